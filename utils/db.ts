/** The one database. Contexts of the extension's own origin share it; the card and web pages cannot open it. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { SignedIn, StoredAccount, StoredAttempts, StoredSecurityEvent } from './account/account';
import type { Entry } from './credits/ledger';
import type { Membership, PreviewReason } from './credits/plans';
import type { Standing } from './credits/standing';
import type { StoredDiagnosis } from './diagnostics/diagnostics';
import { matteError } from './errors';
import type { EntryDetails } from './history/details';
import type { Backend, Job, Outcome, Quality } from './jobs/job';
import type { Size } from './pipeline/raster';
import type { StoredDay } from './statistics/statistics';
import type { Edits } from './studio/edits';
import { bookToSeated, namesToDetails, ownerToEntries, ownerToJobs, qualityToJobs } from './upgrades';
import type { Bytes } from './vault/bytes';

export interface StoredBlob {
  /** `<jobId>/input`, `<jobId>/cutout` or `<jobId>/preview` */
  readonly id: string;
  readonly blob: Blob;
  /** The account it is sealed to; without one it lies here as it is. */
  readonly owner?: string;
}

/** A result on its way to where it was asked for, sealed to the courier (history/courier.ts); minutes old at most. */
export interface StoredDelivery {
  /** As in `blobs`. */
  readonly id: string;
  readonly sealed: Blob;
  readonly createdAt: number;
}

/** The public half of a key pair that lives as long as the browser runs. */
export interface Courier {
  readonly seat: 'browser';
  readonly publicKey: Bytes;
}

export interface Made {
  readonly quality: Quality;
  readonly backend: Backend;
  /** Wall time, ms. */
  readonly ms: number;
  /** What it cost. */
  readonly credits: number;
}

export interface HistoryEntry {
  /** The job's id. */
  readonly id: string;
  /** An account's id, or `guest`. */
  readonly owner: string;
  /** Where it comes from; an account's is sealed (history/details.ts). */
  readonly details: EntryDetails | Bytes;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly createdAt: number;
  /** Neither age nor want of room takes it. */
  readonly pinned?: boolean;
  /** Epoch ms: the user has deleted it, and can undo that for a minute. Nobody but history/ itself looks at such an entry. */
  readonly deletedAt?: number;
  /** How it came to be; entries of before the dashboard do not say. */
  readonly made?: Made;
  /** What the studio made of it; passes through `parseEdits`. */
  readonly edits?: Edits;
  /** How many of its strokes lie in the picture `retouchedId` names. */
  readonly retouched?: number;
  /** A preview: the size of the whole picture, and why; rows of before vouchers have no reason. */
  readonly reducedFrom?: Size;
  readonly reducedBy?: PreviewReason;
}

/**
 * What "Cut anyway" would put into history: cutout and preview lie in the blobs table, under the id of a job that failed
 * for want of a subject, until the user takes or dismisses them.
 */
export interface StoredOffer extends HistoryEntry {
  readonly outcome: Outcome;
}

/** Pictures that were given together; their jobs name it. It is here until its owner puts it away, a day at most. */
export interface StoredBatch {
  readonly id: string;
  readonly owner: string;
  readonly createdAt: number;
  /** How many were given. */
  readonly size: number;
  /** None of its pictures is begun. */
  readonly isPaused: boolean;
  /** What the ZIP makes of each cutout; passes through `parseEdits`. */
  readonly edits: Edits;
}

/** One setting; `value` is whatever lies there and passes through `parseSettings`. */
export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
}

/** An entry of the book of credits; `seq` counts up as they are written. */
export type StoredEntry = Entry & { readonly seq?: number };

/** A voucher that was redeemed here, by whichever owner: its id counts once. */
export interface RedeemedVoucher {
  readonly id: string;
  /** Null once its owner has deleted everything. */
  readonly owner: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** A rung of the backend ladder that failed on this machine. */
export interface StoredRung {
  readonly rung: Backend;
  /** Why, as a word the ladder knows; `detail` is for people. */
  readonly reason: string;
  readonly detail: string;
  /** The browser's version then: a newer one deserves a new try. */
  readonly browser: string;
  readonly at: number;
}

const SCHEMA = 8;

export class MatteDb extends Dexie {
  readonly jobs!: EntityTable<Job, 'id'>;
  readonly blobs!: Table<StoredBlob, string>;
  readonly history!: EntityTable<HistoryEntry, 'id'>;
  readonly offers!: EntityTable<StoredOffer, 'id'>;
  readonly settings!: EntityTable<StoredSetting, 'key'>;
  readonly rungs!: EntityTable<StoredRung, 'rung'>;
  readonly ledger!: Table<StoredEntry, number>;
  readonly memberships!: EntityTable<Membership, 'owner'>;
  readonly redeemed!: EntityTable<RedeemedVoucher, 'id'>;
  readonly standings!: EntityTable<Standing, 'owner'>;
  readonly accounts!: EntityTable<StoredAccount, 'id'>;
  readonly attempts!: EntityTable<StoredAttempts, 'emailHash'>;
  readonly securityLog!: EntityTable<StoredSecurityEvent, 'id'>;
  readonly signedIn!: EntityTable<SignedIn, 'seat'>;
  readonly deliveries!: Table<StoredDelivery, string>;
  readonly couriers!: EntityTable<Courier, 'seat'>;
  readonly statistics!: Table<StoredDay, [string, string]>;
  readonly diagnostics!: EntityTable<StoredDiagnosis, 'id'>;
  readonly batches!: EntityTable<StoredBatch, 'id'>;

  constructor(name = 'matte') {
    super(name, { indexedDB: refusingNewer(Dexie.dependencies.indexedDB) });
    this.version(1).stores({ jobs: 'id, status, createdAt', blobs: 'id', history: 'id, createdAt' });
    this.version(2).stores({ offers: 'id', settings: 'key', rungs: 'rung' }).upgrade(qualityToJobs);
    // Open jobs of before have no hold: they get one when an engine begins them.
    this.version(3).stores({ ledger: '++seq, owner, &[jobId+kind], &[owner+grant]', memberships: 'owner' });
    this.version(4).stores({
      accounts: 'id, &emailHash',
      attempts: 'emailHash, since',
      securityLog: '++id, emailHash, at',
      signedIn: 'seat',
    });
    this.version(5).stores({ redeemed: 'id, owner', standings: 'owner' }).upgrade(bookToSeated);
    this.version(6)
      .stores({ history: 'id, createdAt, [owner+createdAt]', deliveries: 'id, createdAt', couriers: 'seat' })
      .upgrade(ownerToEntries);
    this.version(7)
      .stores({ statistics: '[owner+day], day', diagnostics: '++id, at' })
      .upgrade(async (tx) => {
        await namesToDetails(tx);
        await ownerToJobs(tx);
      });
    this.version(SCHEMA).stores({ jobs: 'id, status, createdAt, batch.id', batches: 'id, owner' });
  }
}

/**
 * When the database is of a newer Matte, Dexie opens it all the same, without saying a version, adds what it misses, and
 * writes rows of today. Here that is refused, and reading and writing fail with MatteError data-newer as `inner`.
 */
function refusingNewer(factory: IDBFactory): IDBFactory {
  return {
    cmp: (a, b) => factory.cmp(a, b),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    open(name, version) {
      if (version === undefined) throw matteError('data-newer');
      return factory.open(name, version);
    },
  };
}

/** What it was cut from, for an hour at most (history/originals.ts). */
export const originalId = (jobId: string) => `${jobId}/original`;
/** The cutout after the studio's brush. */
export const retouchedId = (jobId: string) => `${jobId}/retouched`;
/** The picture that the studio has put behind the cutout. */
export const groundId = (jobId: string) => `${jobId}/ground`;
export const inputId = (jobId: string) => `${jobId}/input`;
export const previewId = (jobId: string) => `${jobId}/preview`;
export const cutoutId = (jobId: string) => `${jobId}/cutout`;
