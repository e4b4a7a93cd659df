/** The one database. Contexts of the extension's own origin share it; the card and web pages cannot open it. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Job } from './jobs/job';

export interface StoredBlob {
  /** `<jobId>/input`, `<jobId>/cutout` or `<jobId>/preview` */
  readonly id: string;
  readonly blob: Blob;
}

export interface HistoryEntry {
  /** The job's id. */
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly createdAt: number;
}

export class MatteDb extends Dexie {
  readonly jobs!: EntityTable<Job, 'id'>;
  readonly blobs!: Table<StoredBlob, string>;
  readonly history!: EntityTable<HistoryEntry, 'id'>;

  constructor(name = 'matte') {
    super(name);
    this.version(1).stores({ jobs: 'id, status, createdAt', blobs: 'id', history: 'id, createdAt' });
  }
}

export const inputId = (jobId: string) => `${jobId}/input`;
export const previewId = (jobId: string) => `${jobId}/preview`;
export const cutoutId = (jobId: string) => `${jobId}/cutout`;
