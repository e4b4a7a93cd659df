import { parseArgs } from 'node:util';
import { accountProblem, readDate, readSpan, termsProblem } from './terms.mjs';

export const USAGE = `Usage: npm run -s voucher -- COMMAND …

  keygen  --out KEY.json [--issuer NAME] [--kid ID] [--from DATE] [--to DATE]
          Makes a key pair: KEY.json holds the private half, and what is printed belongs into utils/vouchers/issuers.ts.
  issue   --key KEY.json --kind recharge   --credits N [--until DATE]           [--reason TEXT] FOR
          --key KEY.json --kind membership --plan pro --until DATE              [--reason TEXT] FOR
          --key KEY.json --kind suspend    --reason TEXT [--until DATE]                         FOR
          --key KEY.json --kind reinstate                                       [--reason TEXT] FOR
          FOR is --email ADDRESS, --sub HASH, or --sub '*' (anybody; not for suspend and reinstate).
          [--from DATE] [--expires 90d] [--qr FILE.png] [--json]
          Prints the voucher. --key - reads the key from stdin.
  inspect [CODE] [--key KEY.json] [--email ADDRESS | --sub HASH] [--json]
          Says what a voucher (or a text with vouchers; without CODE from stdin) says, and whether Matte would take it.

  --from      when the key’s term, or the voucher, begins (default: now)
  --to        when the key’s term ends (default: two years on)
  --until     when what is granted ends
  --expires   how long the voucher may be redeemed, in days (90d) or hours (12h), at most 400d
  DATE        2027-01-31 (its first moment, UTC) or 2027-01-31T12:00:00Z
The exit code is 1 when something failed or a voucher was refused, 2 when the command line is wrong.`;

const TEXT = { type: 'string' };
const FLAG = { type: 'boolean', default: false };
const FOR_WHOM = { email: TEXT, sub: TEXT };

const OPTIONS = {
  keygen: { out: TEXT, issuer: { ...TEXT, default: 'matte' }, kid: TEXT, from: TEXT, to: TEXT },
  issue: {
    ...FOR_WHOM,
    ...{ key: TEXT, kind: TEXT, credits: TEXT, plan: TEXT, until: TEXT, reason: TEXT },
    ...{ from: TEXT, expires: { ...TEXT, default: '90d' }, qr: TEXT, json: FLAG },
  },
  inspect: { ...FOR_WHOM, key: TEXT, json: FLAG },
};

const PROBLEM_OF = { keygen: keygenProblem, issue: issueProblem, inspect: inspectProblem };

/** Reads the command line; `problem` says what is wrong with it. */
export function readArgs([command, ...rest]) {
  if (['--help', '-h', 'help'].includes(command)) return { help: true, problem: null };
  if (command === undefined) return { problem: 'Name a command: keygen, issue or inspect.' };
  if (!Object.hasOwn(OPTIONS, command)) return { problem: `Unknown command: ${command}` };
  const options = { ...OPTIONS[command], help: { ...FLAG, short: 'h' } };
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: command === 'inspect' });
    const wish = { command, ...values, codes: positionals };
    return { ...wish, problem: values.help ? null : PROBLEM_OF[command](wish) };
  } catch (error) {
    return { problem: error.message.split('. ')[0] };
  }
}

function keygenProblem({ out, issuer, kid, from, to }) {
  if (!out || out === '-') return 'Name a file for the key: --out KEY.json';
  if (issuer.trim() === '' || [...issuer].length > 64) return '--issuer takes 1 to 64 characters';
  if (kid !== undefined && !/^[\w.-]{1,64}$/.test(kid)) return '--kid takes 1 to 64 letters, digits, and . _ -';
  const start = from === undefined ? Date.now() : readDate(from);
  if (start === null) return `Not a date: --from ${from}`;
  if (to === undefined) return null;
  const end = readDate(to);
  if (end === null) return `Not a date: --to ${to}`;
  return end > start ? null : '--to must be after --from';
}

function issueProblem(wish) {
  if (!wish.key) return 'Name the key: --key KEY.json';
  if (wish.qr !== undefined && !/.\.png$/i.test(wish.qr)) return '--qr needs a name that ends in .png';
  if (wish.from !== undefined && readDate(wish.from) === null) return `Not a date: --from ${wish.from}`;
  if (readSpan(wish.expires) === null) return '--expires takes days or hours, like 90d or 12h, and at most 400d';
  return termsProblem(wish) ?? accountProblem(wish) ?? (wish.email || wish.sub ? null : FOR_WHOM_MISSING);
}

const FOR_WHOM_MISSING = "Say for whom: --email ADDRESS, --sub HASH, or --sub '*' for anybody";

function inspectProblem(wish) {
  if (wish.codes.length > 1) return 'Name one code, or quote the text that it stands in.';
  return accountProblem(wish);
}
