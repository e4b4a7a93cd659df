/** What `matte-export.json` says: docs/export.schema.json as types, and the one number both must agree on. Data only. */
import type { SecurityEvent, StoredAccount } from '../account/account';
import type { Entry } from '../credits/ledger';
import type { HistoryEntry, StoredBatch, StoredRung } from '../db';
import type { EntryDetails } from '../history/details';
import type { Job } from '../jobs/job';

export const EXPORT_FORMAT = 'matte-export';
/** Rises when a reader of the last one would misunderstand; a field more is no reason. */
export const SCHEMA_VERSION = 1;
export const DOCUMENT_NAME = 'matte-export.json';
export const SCHEMA_NAME = 'export.schema.json';

/** A picture's place in the ZIP, or why it is not there. */
export type PictureState = { readonly picture: string } | { readonly picture: null; readonly missing: string };

export type ExportedCutout = Omit<HistoryEntry, 'owner' | 'details'> &
  Partial<EntryDetails> &
  PictureState & {
    /** Where the studio's brush was used: the place of what it made, or null when that does not open. */
    readonly retouchedPicture?: string | null;
  };

/** What of an account is sealed, each by itself. */
export type SealedPart = 'avatar' | 'email' | 'name';

type WithoutOwner<Row> = Row extends unknown ? Omit<Row, 'owner'> : never;

export interface ExportedAccount
  extends Pick<StoredAccount, 'id' | 'majority' | 'consents' | 'createdAt' | 'recoveryConfirmedAt'> {
  readonly email: string | null;
  readonly name: string | null;
  /** Its place in the ZIP. */
  readonly avatar: string | null;
  /** Changed on the disk since they were sealed: null above, and not for want of them. */
  readonly damaged: readonly SealedPart[];
  /** Where and when they were made; what they open is of no use without this browser. */
  readonly passkeys: readonly { readonly browser: string; readonly createdAt: number }[];
}

/** Times are epoch ms. */
export interface ExportDocument {
  readonly $schema: typeof SCHEMA_NAME;
  readonly format: typeof EXPORT_FORMAT;
  readonly schemaVersion: number;
  readonly exportedAt: number;
  readonly matteVersion: string;
  /** Null for a guest. */
  readonly account: ExportedAccount | null;
  readonly cutouts: readonly ExportedCutout[];
  readonly offers: readonly ExportedCutout[];
  readonly jobs: readonly (Omit<Job, 'owner'> & { readonly picture: string | null })[];
  readonly batches: readonly Omit<StoredBatch, 'owner'>[];
  readonly ledger: readonly WithoutOwner<Entry>[];
  readonly membership: { readonly until: number } | null;
  readonly standing: object | null;
  readonly redeemed: readonly { readonly id: string; readonly at: number }[];
  readonly statistics: readonly { readonly day: string; readonly counts: Readonly<Record<string, number>> }[];
  readonly securityLog: readonly { readonly at: number; readonly event: SecurityEvent; readonly browser: string }[];
  readonly wrongGuesses: { readonly failures: number; readonly waitMs: number; readonly since: number } | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly { readonly at: number; readonly code: string; readonly detail: string }[];
  readonly engine: readonly StoredRung[];
}
