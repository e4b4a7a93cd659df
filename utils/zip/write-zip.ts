/**
 * Files into a ZIP, one after another: memory holds one file at a time, the browser keeps the growing Blob where it likes.
 * Pictures are stored as they are, for PNG and WebP do not get smaller.
 */
import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

// Its worker would be a Blob's address, which the extension's CSP forbids; storing needs none.
configure({ useWebWorkers: false });

export interface ZipFile {
  /** With `/` between folders; made safe and unique here. */
  readonly name: string;
  readonly blob: Blob;
  /** Epoch ms. */
  readonly at: number;
}

const OPTIONS = { level: 0, keepOrder: true } as const;

/**
 * @param files asked for one at a time
 * @param signal ends it; then rejects with the signal's reason
 * @returns a ZIP, with ZIP64 where it needs that
 */
export async function writeZip(files: AsyncIterable<ZipFile>, signal: AbortSignal): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), OPTIONS);
  await addAll(zip, files, signal);
  return zip.close();
}

/** The same into a file on the disk, as it grows. Closes it; when it rejects, nothing of it may be kept. */
export async function streamZip(
  files: AsyncIterable<ZipFile>,
  into: WritableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<void> {
  const zip = new ZipWriter(into, OPTIONS);
  try {
    await addAll(zip, files, signal);
    await zip.close();
  } catch (error) {
    await into.abort(error).catch(() => {});
    throw error;
  }
}

async function addAll(zip: ZipWriter<unknown>, files: AsyncIterable<ZipFile>, signal: AbortSignal): Promise<void> {
  const taken = new Set<string>();
  for await (const { name, blob, at } of files) {
    signal.throwIfAborted();
    await zip.add(freeName(name, taken), new BlobReader(blob), { lastModDate: new Date(at), signal });
  }
  signal.throwIfAborted();
}

/** What no file system here or elsewhere takes in a name; `..` would leave the folder it is unpacked into. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const UNSAFE = /[\u0000-\u001f\u007f\\:*?"<>|]|^\.+|\.+$/g;

/** Windows and macOS know no difference of case: `Boat` and `boat` are one name. */
function freeName(wish: string, taken: Set<string>): string {
  const safe = wish
    .split('/')
    .map((part) => part.replace(UNSAFE, '_'))
    .filter((part) => part !== '')
    .join('/');
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(safe || 'file') ?? [];
  let name = stem + ending;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem} (${count})${ending}`;
  taken.add(name.toLowerCase());
  return name;
}
