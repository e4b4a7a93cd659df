/** What may be asked for on the command line, in words of the command line. Matte's own rules are utils/vouchers/claims.ts. */

// Written out, because the Node that reads this may not read utils/*.ts yet; a test compares them.
export const PLANS = ['pro'];
export const MAX_CREDITS = 1_000_000;
export const MAX_DAYS = 400;
const MAX_REASON_CHARS = 200;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What each kind needs, and what it may have besides. */
export const TERMS = {
  recharge: { needs: ['credits'], may: ['until', 'reason'] },
  membership: { needs: ['plan', 'until'], may: ['reason'] },
  suspend: { needs: ['reason'], may: ['until'] },
  reinstate: { needs: [], may: ['reason'] },
};

/** The first moment of a day (UTC), or a moment with its zone, in milliseconds; null for anything else. */
export function readDate(text) {
  const [, day, rest] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text) ?? [];
  if (!day) return null;
  const midnight = Date.parse(day);
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  const moment = rest ? Date.parse(text) : midnight;
  return Number.isNaN(moment) || moment <= 0 ? null : moment;
}

/** `90d` or `12h` in milliseconds; null for anything else, and beyond the limit. */
export function readSpan(text) {
  const [, amount, unit] = /^([1-9]\d{0,4})([dh])$/.exec(text) ?? [];
  if (!amount) return null;
  const span = Number(amount) * (unit === 'd' ? DAY_MS : HOUR_MS);
  return span <= MAX_DAYS * DAY_MS ? span : null;
}

/** What is wrong with kind, credits, plan, until and reason; null when nothing is. */
export function termsProblem(wish) {
  const { kind, credits, plan, until, reason } = wish;
  if (!Object.hasOwn(TERMS, kind ?? '')) return `--kind must be one of ${Object.keys(TERMS).join(', ')}`;
  const { needs, may } = TERMS[kind];
  const missing = needs.find((name) => wish[name] === undefined);
  if (missing) return `--kind ${kind} needs --${missing}`;
  const foreign = ['credits', 'plan', 'until'].find(
    (name) => wish[name] !== undefined && ![...needs, ...may].includes(name),
  );
  if (foreign) return `--kind ${kind} takes no --${foreign}`;
  if (credits !== undefined && !isAmount(credits)) return `--credits takes a whole number from 1 to ${MAX_CREDITS}`;
  if (plan !== undefined && !PLANS.includes(plan)) return `Unknown plan: ${plan}`;
  if (until !== undefined && readDate(until) === null) return `Not a date: --until ${until}`;
  return reason !== undefined && !isReason(reason)
    ? `--reason takes one line of 1 to ${MAX_REASON_CHARS} characters`
    : null;
}

/** What is wrong with for whom the voucher is; null when nothing is, also when nobody is named. */
export function accountProblem({ kind, email, sub }) {
  if (email !== undefined && sub !== undefined) return 'Choose between --email and --sub.';
  if (email !== undefined && !/^\s*[^\s@]+@[^\s@]+\s*$/.test(email)) return `Not an e-mail address: ${email}`;
  if (sub !== undefined && sub !== '*' && !/^[0-9a-f]{64}$/.test(sub)) {
    return "--sub takes the account's e-mail hash (64 characters, 0-9 and a-f) or '*'; for an address use --email";
  }
  const against = kind === 'suspend' || kind === 'reinstate';
  return sub === '*' && against ? `--kind ${kind} is for one account, not for everyone` : null;
}

function isAmount(text) {
  return /^[1-9]\d{0,6}$/.test(text) && Number(text) <= MAX_CREDITS;
}

function isReason(text) {
  return text.trim() !== '' && !/\p{C}/u.test(text) && [...text].length <= MAX_REASON_CHARS;
}
