/**
 * Every table for who is concerned: what lies in it, until when (as keys of words), and what becomes of it when all is
 * deleted. Pure; holding-words.ts says it.
 */
import type { MessageKey } from '../i18n/say';
import type { RowOf, TableName } from './belongings';

/**
 * What erasure does with an owner's rows. `if-alone`: they are this browser's, so they go with the last account of it.
 * `unowned`: the row stays, and no longer says whose it was.
 */
export type Erasure = 'delete' | 'if-alone' | 'unowned';

interface Holding<Row> {
  readonly label: MessageKey;
  readonly about: MessageKey;
  readonly kept: MessageKey;
  /** Epoch ms of a row; absent where rows have no time. */
  readonly at?: (row: Row) => number | null;
  readonly erasure: Erasure;
}

/** In the order in which they are shown. */
export const HOLDINGS: { readonly [Name in TableName]: Holding<RowOf<Name>> } = {
  history: {
    label: 'privacy.history',
    about: 'privacy.historyAbout',
    kept: 'privacy.historyKept',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  blobs: {
    label: 'privacy.blobs',
    about: 'privacy.blobsAbout',
    kept: 'privacy.blobsKept',
    erasure: 'delete',
  },
  offers: {
    label: 'privacy.offers',
    about: 'privacy.offersAbout',
    kept: 'privacy.offersKept',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  jobs: {
    label: 'privacy.jobs',
    about: 'privacy.jobsAbout',
    kept: 'privacy.jobsKept',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  batches: {
    label: 'batch.held',
    about: 'batch.heldAbout',
    kept: 'batch.heldKept',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  deliveries: {
    label: 'privacy.deliveries',
    about: 'privacy.deliveriesAbout',
    kept: 'privacy.deliveriesKept',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  accounts: {
    label: 'privacy.accounts',
    about: 'privacy.accountsAbout',
    kept: 'privacy.untilYouDelete',
    at: ({ createdAt }) => createdAt,
    erasure: 'delete',
  },
  signedIn: {
    label: 'privacy.signedIn',
    about: 'privacy.signedInAbout',
    kept: 'privacy.signedInKept',
    erasure: 'delete',
  },
  securityLog: {
    label: 'privacy.securityLog',
    about: 'privacy.securityLogAbout',
    kept: 'privacy.days',
    at: ({ at }) => at,
    erasure: 'delete',
  },
  attempts: {
    label: 'privacy.attempts',
    about: 'privacy.attemptsAbout',
    kept: 'privacy.attemptsKept',
    at: ({ since }) => since,
    erasure: 'delete',
  },
  ledger: {
    label: 'privacy.ledger',
    about: 'privacy.ledgerAbout',
    kept: 'privacy.untilYouDelete',
    at: ({ at }) => at,
    erasure: 'delete',
  },
  memberships: {
    label: 'privacy.memberships',
    about: 'privacy.membershipsAbout',
    kept: 'privacy.untilYouDelete',
    erasure: 'delete',
  },
  redeemed: {
    label: 'privacy.redeemed',
    about: 'privacy.redeemedAbout',
    kept: 'privacy.redeemedKept',
    at: ({ at }) => at,
    erasure: 'unowned',
  },
  standings: {
    label: 'privacy.standings',
    about: 'privacy.standingsAbout',
    kept: 'privacy.untilYouDelete',
    at: ({ decidedAt }) => decidedAt,
    erasure: 'delete',
  },
  statistics: {
    label: 'privacy.statistics',
    about: 'privacy.statisticsAbout',
    kept: 'privacy.statisticsKept',
    at: ({ day }) => Date.parse(day),
    erasure: 'delete',
  },
  diagnostics: {
    label: 'privacy.diagnostics',
    about: 'privacy.diagnosticsAbout',
    kept: 'privacy.diagnosticsKept',
    at: ({ at }) => at,
    erasure: 'if-alone',
  },
  settings: {
    label: 'privacy.settings',
    about: 'privacy.settingsAbout',
    kept: 'privacy.untilYouDelete',
    erasure: 'if-alone',
  },
  rungs: {
    label: 'privacy.rungs',
    about: 'privacy.rungsAbout',
    kept: 'privacy.rungsKept',
    at: ({ at }) => at,
    erasure: 'if-alone',
  },
  couriers: {
    label: 'privacy.couriers',
    about: 'privacy.couriersAbout',
    kept: 'privacy.couriersKept',
    erasure: 'if-alone',
  },
};

export const TABLE_NAMES = Object.keys(HOLDINGS) as readonly TableName[];
