/**
 * `matte-export.json`, rebuilt field by field: whoever made it may have had anything in mind. Of all it says, only cutouts are
 * taken; credits, memberships, vouchers and consents come from nowhere but their own doors. Pure.
 */
import type { HistoryEntry, Made } from '../db';
import type { EntryDetails } from '../history/details';
import { QUALITIES } from '../jobs/job';
import { RUNGS } from '../jobs/rungs';
import { parseEdits } from '../studio/edits';
import { EXPORT_FORMAT, SCHEMA_VERSION } from './export-document';

/** A cutout as it may be stored, but for its picture. */
export interface ReadCutout
  extends Pick<
    HistoryEntry,
    'createdAt' | 'edits' | 'height' | 'id' | 'made' | 'pinned' | 'reducedBy' | 'reducedFrom' | 'retouched' | 'width'
  > {
  readonly details: EntryDetails;
  /** Its place in the ZIP. */
  readonly picture: string;
  /** That of what the studio's brush made of it. */
  readonly retouchedPicture?: string;
}

export type DocumentRefusal = 'newer' | 'not-matte';

export type ReadDocument =
  /** Null for a cutout that cannot be understood. */
  | { readonly ok: true; readonly cutouts: readonly (ReadCutout | null)[] }
  | { readonly ok: false; readonly reason: DocumentRefusal };

type Fields = Readonly<Record<string, unknown>>;

const MAX_NAME_CHARS = 200;
const MAX_URL_CHARS = 4096;
/** Sides of a picture that a decoder would try, and times and durations that mean something. */
const MAX_SIDE = 65_535;
const MAX_MS = 86_400_000;

/** @param now epoch ms: nothing was cut out later than that */
export function readDocument(value: unknown, now: number): ReadDocument {
  if (!isRecord(value) || value.format !== EXPORT_FORMAT) return { ok: false, reason: 'not-matte' };
  const { schemaVersion, cutouts } = value;
  if (!isWhole(schemaVersion, Number.MAX_SAFE_INTEGER) || schemaVersion === 0)
    return { ok: false, reason: 'not-matte' };
  if (schemaVersion > SCHEMA_VERSION) return { ok: false, reason: 'newer' };
  if (!Array.isArray(cutouts)) return { ok: false, reason: 'not-matte' };
  return { ok: true, cutouts: cutouts.map((each: unknown) => readCutout(each, now)) };
}

function readCutout(value: unknown, now: number): ReadCutout | null {
  if (!isRecord(value)) return null;
  const { id, picture, width, height, createdAt, pinned, reducedBy } = value;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return null;
  if (picture !== `images/${id}.png`) return null;
  if (!isSide(width) || !isSide(height) || !isWhole(createdAt, Number.MAX_SAFE_INTEGER)) return null;
  const made = readMade(value.made);
  const reducedFrom = readSize(value.reducedFrom);
  return {
    id,
    picture,
    width,
    height,
    createdAt: Math.min(createdAt, now),
    details: readDetails(value),
    ...(pinned === true && { pinned }),
    ...(made && { made }),
    ...(value.edits !== undefined && { edits: parseEdits(value.edits) }),
    ...readRetouched(id, value),
    ...(reducedFrom && { reducedFrom }),
    ...((reducedBy === 'no-credit' || reducedBy === 'suspended') && { reducedBy }),
  };
}

/** What is missing or odd is as if it had not been kept. */
function readDetails({ name, kind, host, url }: Fields): EntryDetails {
  const webUrl = readUrl(url);
  return {
    name: isLine(name) ? name : 'picture',
    kind: kind === 'page' || kind === 'own' ? kind : null,
    host: isHost(host) ? host : null,
    url: webUrl,
  };
}

function isHost(host: unknown): host is string {
  return isLine(host) && URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host;
}

function readUrl(url: unknown): string | null {
  if (typeof url !== 'string' || url.length > MAX_URL_CHARS || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** Strokes that lie in a picture are among the edits, or the studio would draw them twice. */
function readRetouched(id: string, { edits, retouched, retouchedPicture }: Fields) {
  const strokes = parseEdits(edits).strokes.length;
  if (!isWhole(retouched, strokes) || retouched === 0) return {};
  return retouchedPicture === `images/${id}-retouched.png` ? { retouched, retouchedPicture } : {};
}

function readMade(value: unknown): Made | null {
  if (!isRecord(value)) return null;
  const quality = QUALITIES.find((each) => each === value.quality);
  const backend = RUNGS.find((each) => each === value.backend);
  const { ms, credits } = value;
  const isSound = typeof ms === 'number' && ms >= 0 && ms <= MAX_MS && (credits === 0 || credits === 1);
  return quality && backend && isSound ? { quality, backend, ms, credits } : null;
}

function readSize(value: unknown) {
  if (!isRecord(value)) return null;
  const { width, height } = value;
  return isSide(width) && isSide(height) ? { width, height } : null;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line to show: no controls, no marks that turn the writing direction. */
function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_NAME_CHARS && !/\p{C}/u.test(value);
}

function isSide(value: unknown): value is number {
  return isWhole(value, MAX_SIDE) && value > 0;
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}
