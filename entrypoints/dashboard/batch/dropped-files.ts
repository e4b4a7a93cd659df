/** Files out of a drop or a dialog, with the way to each inside its folder. Folders are walked to the end. */
import type { Offered } from '@/utils/batch/choose';

export interface OfferedFile extends Offered {
  readonly file: File;
}

export function offered(file: File, path = file.webkitRelativePath || file.name): OfferedFile {
  return { name: file.name, type: file.type, path, file };
}

/** Call at once: a drop says nothing any more after its event. */
export function filesOf(data: DataTransfer): Promise<readonly OfferedFile[]> {
  const entries = Array.from(data.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  // A file made by a script has no entry.
  if (entries.length === 0) return Promise.resolve(Array.from(data.files, (file) => offered(file)));
  return walkAll(entries);
}

async function walkAll(entries: readonly FileSystemEntry[]): Promise<readonly OfferedFile[]> {
  const found: OfferedFile[] = [];
  for (const entry of entries) found.push(...(await walk(entry)));
  return found;
}

/** What cannot be read (a link to nowhere, a folder without rights) is left out. */
async function walk(entry: FileSystemEntry): Promise<readonly OfferedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return file ? [offered(file, entry.fullPath)] : [];
  }
  return isFolder(entry) ? walkAll(await entriesIn(entry.createReader())) : [];
}

/** A reader gives 100 at a time, and nothing at the end. */
async function entriesIn(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const read = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  const all: FileSystemEntry[] = [];
  for (let some = await read().catch(() => []); some.length > 0; some = await read().catch(() => [])) all.push(...some);
  return all;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
