/**
 * Portability: everything of one owner in open form, as files for a ZIP, one at a time. Keys, wrappings and whatever is of
 * others are never among them; a picture that does not open is named with the reason. Who may ask was proved before.
 */
import type { StoredAccount } from '../account/account';
import type { KeySession } from '../account/ports';
import { cutoutId, type HistoryEntry, inputId, type MatteDb, retouchedId } from '../db';
import { readDetails } from '../history/details';
import { isHidden } from '../history/history-store';
import { type Picture, readPicture } from '../history/read-picture';
import type { Job } from '../jobs/job';
import type { Bytes } from '../vault/bytes';
import type { ZipFile } from '../zip/write-zip';
import { type Belongings, readBelongings } from './belongings';
import { exportAccount } from './export-account';
import {
  DOCUMENT_NAME,
  EXPORT_FORMAT,
  type ExportDocument,
  type ExportedCutout,
  type PictureState,
  SCHEMA_NAME,
  SCHEMA_VERSION,
} from './export-document';
import { GUEST_SUBJECT, subjectOf } from './subject';

/** An account as it was opened just now; null for the guest, who has nothing sealed. */
export type Exporter = { readonly account: StoredAccount; readonly privateKey: Bytes } | null;

export interface ExportWorld {
  readonly db: MatteDb;
  /** Of the program. */
  readonly version: string;
  /** docs/export.schema.json, as text. */
  readonly schema: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** After each cutout. */
  readonly onProgress?: (done: number, of: number) => void;
}

type Reading = Pick<ExportWorld, 'db'> & { readonly keys: KeySession; readonly at: number };

export async function* exportFiles(world: ExportWorld, exporter: Exporter): AsyncGenerator<ZipFile, void> {
  const { db, now, onProgress = () => {} } = world;
  const at = now();
  const reading = { db, keys: keysOf(exporter), at };
  const found = await readBelongings(db, exporter ? subjectOf(exporter.account) : GUEST_SUBJECT);
  const account = exporter && (yield* exportAccount(exporter, at));
  const cutouts: ExportedCutout[] = [];
  const offers: ExportedCutout[] = [];
  const jobs: ExportDocument['jobs'][number][] = [];
  // What was deleted a moment ago is not asked for.
  const kept = found.history.filter((entry) => !isHidden(entry));
  for (const entry of kept) {
    cutouts.push(yield* exportCutout(reading, entry));
    onProgress(cutouts.length, kept.length);
  }
  for (const entry of found.offers) offers.push(yield* exportCutout(reading, entry));
  for (const job of found.jobs) jobs.push(yield* exportJob(reading, job));
  const document: ExportDocument = {
    $schema: SCHEMA_NAME,
    format: EXPORT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    exportedAt: at,
    matteVersion: world.version,
    account,
    cutouts,
    offers,
    jobs,
    ...exportRows(found),
  };
  yield { name: DOCUMENT_NAME, blob: json(JSON.stringify(document, null, 2)), at };
  yield { name: SCHEMA_NAME, blob: json(world.schema), at };
}

/** The key that the password gave, so that a lock in the middle of it changes nothing. */
function keysOf(exporter: Exporter): KeySession {
  return {
    get: async (id) => (exporter && id === exporter.account.id ? exporter.privateKey : null),
    put: async () => {},
    drop: async () => {},
  };
}

async function* exportCutout(reading: Reading, entry: HistoryEntry): AsyncGenerator<ZipFile, ExportedCutout> {
  const { owner: _, details: sealed, ...rest } = entry;
  const details = await readDetails(reading.keys, entry);
  const state = yield* exportPicture(reading, cutoutId(entry.id), entry.id);
  const brushed = entry.retouched
    ? yield* exportPicture(reading, retouchedId(entry.id), `${entry.id}-retouched`)
    : null;
  return {
    ...rest,
    ...(details.state === 'open' && details.details),
    ...state,
    ...(brushed && { retouchedPicture: brushed.picture }),
  };
}

async function* exportJob(reading: Reading, { owner: _, ...job }: Job) {
  const { picture } = yield* exportPicture(reading, inputId(job.id), `${job.id}-input`);
  return { ...job, picture };
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

async function* exportPicture(
  { db, keys, at }: Reading,
  id: string,
  stem: string,
): AsyncGenerator<ZipFile, PictureState> {
  const read: Picture = await readPicture({ db, keys }, id);
  if (read.state !== 'open') return { picture: null, missing: read.state };
  const { type } = read.blob;
  const ending = ENDINGS[type] ?? /^image\/([a-z]{2,5})$/.exec(type)?.[1] ?? 'bin';
  const name = `images/${stem}.${ending}`;
  yield { name, blob: read.blob, at };
  return { picture: name };
}

function exportRows(found: Belongings) {
  const [membership] = found.memberships;
  const [standing] = found.standings;
  const [attempts] = found.attempts;
  return {
    ledger: found.ledger.map(({ owner: _, seq, ...entry }) => entry),
    batches: found.batches.map(({ owner: _, ...batch }) => batch),
    membership: membership ? { until: membership.until } : null,
    standing: standing ? { decidedAt: standing.decidedAt, suspension: standing.suspension } : null,
    redeemed: found.redeemed.map(({ id, at }) => ({ id, at })),
    statistics: found.statistics.map(({ day, counts }) => ({ day, counts })),
    securityLog: found.securityLog.map(({ at, event, browser }) => ({ at, event, browser })),
    wrongGuesses: attempts ? { failures: attempts.failures, waitMs: attempts.waitMs, since: attempts.since } : null,
    settings: Object.fromEntries(found.settings.map(({ key, value }) => [key, value])),
    diagnostics: found.diagnostics.map(({ at, code, detail }) => ({ at, code, detail })),
    engine: found.rungs,
  };
}

function json(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
