/**
 * Files out of a ZIP that anybody may have made: nothing is inflated before its name and size are looked at, and nothing
 * further than it says it is. What is wrong with it is an answer. What the files mean is their reader's business.
 */
import {
  BlobReader,
  BlobWriter,
  configure,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_UNSAFE_FILENAME,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';

// Its worker would be a Blob's address, which the extension's CSP forbids.
configure({ useWebWorkers: false });

export type ZipRefusal =
  | 'bomb'
  | 'damaged'
  | 'duplicate-name'
  | 'encrypted'
  | 'not-a-zip'
  | 'too-large'
  | 'too-many-files'
  | 'unsafe-name';

export interface ZipLimits {
  readonly files: number;
  /** Inflated, of each file. */
  readonly fileBytes: number;
  /** Inflated, together. */
  readonly totalBytes: number;
  /** Inflated by packed; files below SMALL_BYTES may do better. */
  readonly ratio: number;
}

export type ReadFile = { readonly ok: true; readonly blob: Blob } | { readonly ok: false; readonly reason: ZipRefusal };

export interface PackedFile {
  /** Inflated, as the ZIP says; never exceeded. */
  readonly bytes: number;
  /** Inflates it, and checks its CRC-32. */
  read(): Promise<ReadFile>;
}

export type OpenedZip =
  | { readonly ok: true; readonly files: ReadonlyMap<string, PackedFile> }
  | { readonly ok: false; readonly reason: ZipRefusal };

/** A file of text repeats itself: below this no ratio is suspicious. */
const SMALL_BYTES = 1 << 20;
const MAX_NAME_CHARS = 255;

/** Lists a ZIP; folders are left out. Never throws for anything that a Blob can contain. */
export async function readZip(zip: Blob, limits: ZipLimits): Promise<OpenedZip> {
  const files = new Map<string, PackedFile>();
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of new ZipReader(new BlobReader(zip)).getEntriesGenerator({
      filenameValidation: 'strict',
    })) {
      const name = entry.filename.normalize('NFC');
      if (names.has(name.toLowerCase())) return refuse('duplicate-name');
      names.add(name.toLowerCase());
      if (names.size > limits.files) return refuse('too-many-files');
      if (entry.directory) continue;
      total += entry.uncompressedSize;
      const reason = total > limits.totalBytes ? 'too-large' : refusalOf(name, entry, limits);
      if (reason) return refuse(reason);
      files.set(name, { bytes: entry.uncompressedSize, read: () => inflate(entry) });
    }
  } catch (error) {
    return refuse(await reasonFor(error, zip));
  }
  return { ok: true, files };
}

function refusalOf(name: string, entry: FileEntry, limits: ZipLimits): ZipRefusal | null {
  const { uncompressedSize: inflated, compressedSize: packed, encrypted } = entry;
  if (name.length > MAX_NAME_CHARS || /[\\\p{C}]/u.test(name)) return 'unsafe-name';
  if (encrypted) return 'encrypted';
  if (inflated > limits.fileBytes) return 'too-large';
  return inflated > SMALL_BYTES && inflated > packed * limits.ratio ? 'bomb' : null;
}

/** The browser keeps a growing Blob where it likes. Of more than the header says, zip.js takes no byte. */
async function inflate(entry: FileEntry): Promise<ReadFile> {
  try {
    const blob = await entry.getData(new BlobWriter(), { checkSignature: true, checkOverlappingEntry: true });
    return { ok: true, blob };
  } catch (error) {
    // A header that lies: whoever wrote it has something in mind.
    return refuse(isNamed(error, ERR_INVALID_UNCOMPRESSED_SIZE) ? 'bomb' : 'damaged');
  }
}

const isNamed = (error: unknown, message: string) => error instanceof Error && error.message === message;

async function reasonFor(error: unknown, zip: Blob): Promise<ZipRefusal> {
  if (isNamed(error, ERR_UNSAFE_FILENAME)) return 'unsafe-name';
  if (isNamed(error, ERR_ENCRYPTED_CENTRAL_DIRECTORY)) return 'encrypted';
  return (await zip.slice(0, 2).text()) === 'PK' ? 'damaged' : 'not-a-zip';
}

function refuse(reason: ZipRefusal): { readonly ok: false; readonly reason: ZipRefusal } {
  return { ok: false, reason };
}
