/** Every table in words for who is concerned: what lies in it, until when, and what becomes of it when all is deleted. Pure. */
import { SECURITY_LOG_MS } from '../account/security-log-store';
import type { RowOf, TableName } from './belongings';

/**
 * What erasure does with an owner's rows. `if-alone`: they are this browser's, so they go with the last account of it.
 * `unowned`: the row stays, and no longer says whose it was.
 */
export type Erasure = 'delete' | 'if-alone' | 'unowned';

interface Holding<Row> {
  readonly label: string;
  readonly about: string;
  readonly kept: string;
  /** Epoch ms of a row; absent where rows have no time. */
  readonly at?: (row: Row) => number | null;
  readonly erasure: Erasure;
}

const DAY_MS = 24 * 3_600_000;
const LOG_DAYS = SECURITY_LOG_MS / DAY_MS;
const UNTIL_YOU_DELETE = 'Until you delete it';

/** In the order in which they are shown. */
export const HOLDINGS: { readonly [Name in TableName]: Holding<RowOf<Name>> } = {
  history: {
    label: 'Cutouts',
    about: 'Names, sites, sizes and times of your cutouts',
    kept: 'Until you delete it, or the limits of your history do',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  blobs: {
    label: 'Pictures',
    about: 'The files: cutouts, their small previews, pictures that wait, and photos you keep for an hour',
    kept: 'As long as their cutout or job; photos 1 hour at most',
    erasure: 'delete',
  },
  offers: {
    label: 'Unclear cutouts',
    about: 'What “Cut anyway” would give',
    kept: 'Until you take or dismiss it, 1 hour at most',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  jobs: {
    label: 'Jobs',
    about: 'Pictures that wait or are being cut, and how earlier ones ended',
    kept: 'An address goes when its job ends',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  batches: {
    label: 'Batches',
    about: 'Which pictures were given together, and what the ZIP makes of them',
    kept: 'Until you put it away, 24 hours at most',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  deliveries: {
    label: 'Results on their way',
    about: 'Sealed copies for the page you clicked on',
    kept: 'Until copied, 1 hour at most',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  accounts: {
    label: 'Account',
    about: 'E-mail, name and picture (sealed), your consents, and your wrapped keys',
    kept: UNTIL_YOU_DELETE,
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  signedIn: { label: 'Sign-in', about: 'That you sit here', kept: 'Until you sign out', erasure: 'delete' },
  securityLog: {
    label: 'Security log',
    about: 'Sign-ins, wrong passwords and changes',
    kept: `${LOG_DAYS} days`,
    at: ({ at }) => at,
    erasure: 'delete',
  },
  attempts: {
    label: 'Wrong guesses',
    about: 'How many, and how long to wait',
    kept: `Until the next right one, ${LOG_DAYS} days at most`,
    at: ({ since }) => since,
    erasure: 'delete',
  },
  ledger: {
    label: 'Credits book',
    about: 'Credits you got and spent',
    kept: UNTIL_YOU_DELETE,
    at: ({ at }) => at,
    erasure: 'delete',
  },
  memberships: { label: 'Membership', about: 'Until when you have Pro', kept: UNTIL_YOU_DELETE, erasure: 'delete' },
  redeemed: {
    label: 'Redeemed vouchers',
    about: 'Their numbers',
    kept: 'For good, without your name once you delete',
    at: ({ at }) => at,
    erasure: 'unowned',
  },
  standings: {
    label: 'Standing',
    about: 'Whether an issuer has suspended the account, and why',
    kept: UNTIL_YOU_DELETE,
    at: ({ decidedAt }) => decidedAt,
    erasure: 'delete',
  },
  statistics: {
    label: 'Statistics',
    about: 'Numbers of each day, if you agreed',
    kept: '12 months',
    at: ({ day }) => Date.parse(day),
    erasure: 'delete',
  },
  diagnostics: {
    label: 'Diagnostics',
    about: 'Codes of what went wrong here, without names and addresses',
    kept: '30 days',
    at: ({ at }) => at,
    erasure: 'if-alone',
  },
  settings: { label: 'Settings', about: 'What you have chosen', kept: UNTIL_YOU_DELETE, erasure: 'if-alone' },
  rungs: {
    label: 'Engine notes',
    about: 'Which processors of this computer did not work',
    kept: 'Read for 14 days',
    at: ({ at }) => at,
    erasure: 'if-alone',
  },
  couriers: {
    label: 'Delivery key',
    about: 'The public half of a key that ends with this browser session',
    kept: 'Until the next start of the browser',
    erasure: 'if-alone',
  },
};

export const TABLE_NAMES = Object.keys(HOLDINGS) as readonly TableName[];
