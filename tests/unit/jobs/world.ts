/**
 * What a job lives in: a database of its own, a clock that only the test moves, and one job in which everything is fine.
 * Shared by the tests of jobs, history, background and the integration tests.
 */

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { cutoutId, MatteDb, previewId } from '@/utils/db';
import type { EntryDetails } from '@/utils/history/details';
import { createJob, type Job, type NewJob, type Outcome, type Step } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { type StartWish, startJob } from '@/utils/jobs/start-job';
import { memoryKeys } from '../account/memory-keys';

// Not `fake-indexeddb/auto`: Dexie looks for the globals while it is imported, which may be before this file is.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });

export const T0 = 1_700_000_000_000;

let databases = 0;

export function createWorld() {
  const name = `matte-test-${++databases}`;
  const db = new MatteDb(name);
  let time = T0;
  const now = () => time;
  return {
    db,
    now,
    keys: memoryKeys(),
    store: createJobStore(db),
    tick: (ms: number) => {
      time += ms;
    },
    /** The same database as another context of the extension sees it. */
    otherContext: () => new MatteDb(name),
    /** Starts a job on bytes that say which job they belong to; each is a millisecond younger than the one before. */
    start: async (id: string, change: Partial<StartWish> = {}): Promise<Job> => {
      time += 1;
      return startJob({ db, now }, { ...WISH, id, name: id, picture: bytes(`input of ${id}`), ...change });
    },
    /** As the background makes a preview a PNG. */
    toPng: async (preview: Blob) => ({ png: new Blob(['png of ', preview]), width: 2, height: 1 }),
    /** Which blobs are stored, by name. */
    blobs: async () => (await db.blobs.toCollection().primaryKeys()).sort(),
    textOf: async (id: string) => (await db.blobs.get(id))?.blob.text(),
  };
}

export type World = ReturnType<typeof createWorld>;

export const PAGE = { tabId: 7, frameId: 0 };

const WISH: Omit<StartWish, 'picture'> = { id: 'a', name: 'a', page: PAGE };

export function bytes(text: string): StartWish['picture'] {
  return { kind: 'bytes', blob: new Blob([text]) };
}

export const OUTCOME: Outcome = { width: 4, height: 3, backend: 'wasm', stages: { infer: 900 }, ms: 1000 };

export const NEW_JOB: NewJob = {
  id: 'a',
  source: { kind: 'url', url: 'https://a.test/boat.png', pageUrl: 'https://a.test/' },
  owner: 'guest',
  origin: { kind: 'page', host: 'a.test', url: null },
  name: 'boat',
  backendChoice: 'auto',
  quality: 'balanced',
  page: PAGE,
  expected: {},
};

/** A job in any state, for tests of pure steps. */
export function aJob(change: Partial<Job> = {}): Job {
  return { ...createJob(NEW_JOB, T0), ...change };
}

export const running = aJob({ status: 'running', attempts: 1, stage: 'infer' });
const ended = { attempts: 1, source: { kind: 'forgotten' }, endedAt: T0 + 1000 } as const;
export const done = aJob({ ...ended, status: 'done', outcome: OUTCOME });
export const failed = aJob({ ...ended, status: 'failed', error: 'not-found' });
export const cancelled = aJob({ ...ended, status: 'cancelled', delivery: 'none' });

/** The job after a step that must be taken. */
export function taken(step: Step): Job {
  if (!step.ok) throw new Error(`refused: ${step.reason}`);
  return step.job;
}

export function details(name: string, kind: EntryDetails['kind'] = 'own'): EntryDetails {
  return { name, kind, host: null, url: null };
}

/** Writes a finished cutout into history, as if its job had ended at `createdAt`. */
export async function remember(db: MatteDb, id: string, createdAt: number, size = 10): Promise<void> {
  await db.history.put({ id, owner: 'guest', details: details(id), width: 4, height: 3, bytes: size, createdAt });
  await db.blobs.put({ id: cutoutId(id), blob: new Blob([`cutout of ${id}`]) });
  await db.blobs.put({ id: previewId(id), blob: new Blob([`preview of ${id}`]) });
}

/** Keeps what a job that found no subject would give, as `failWithOffer` does. */
export async function offer(db: MatteDb, id = 'a'): Promise<void> {
  await remember(db, id, T0);
  const entry = await db.history.get(id);
  if (entry) await db.offers.put({ ...entry, outcome: OUTCOME });
  await db.history.delete(id);
}

/** A promise that the test keeps by hand. */
export function gate<Value = void>() {
  let open: (value: Value) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const passed = new Promise<Value>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open, fail };
}

/** The database finds what it is asked for next at once, but answers when the test lets it: answers take a while. */
export function holdNextAnswer(db: MatteDb) {
  const released = gate();
  let held = false;
  db.use({
    stack: 'dbcore',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const query: typeof table.query = async (request) => {
          const answer = await table.query(request);
          if (!held) {
            held = true;
            await released.passed;
          }
          return answer;
        };
        return { ...table, query };
      },
    }),
  });
  return { isHeld: () => held, release: released.open };
}
