import type { KeySession } from '@/utils/account/ports';
import type { MatteDb } from '@/utils/db';
import { type Exporter, exportFiles } from '@/utils/privacy/export';
import type { Decoded } from '@/utils/privacy/import';
import { readZip } from '@/utils/zip/read-zip';
import { writeZip, type ZipFile } from '@/utils/zip/write-zip';
import schema from '../../../docs/export.schema.json?raw';
import { T0 } from '../account/world';
import type { House } from './full-house';

export async function exported(db: MatteDb, exporter: Exporter): Promise<Blob> {
  const world = { db, version: '0.1.0', schema, now: () => T0 };
  return writeZip(exportFiles(world, exporter), new AbortController().signal);
}

/** Ada, as her password opened her just now. */
export async function opened({ ada, keys }: House): Promise<NonNullable<Exporter>> {
  const privateKey = await (keys as KeySession).get(ada.id);
  if (!privateKey) throw new Error('locked');
  return { account: ada, privateKey };
}

/** What the ZIP holds, as texts by name. */
export async function unpacked(zip: Blob): Promise<Readonly<Record<string, string>>> {
  const limits = { files: 999, fileBytes: 1e9, totalBytes: 1e9, ratio: 1000 };
  const list = await readZip(zip, limits);
  if (!list.ok) throw new Error(list.reason);
  const texts: Record<string, string> = {};
  for (const [name, file] of list.files) {
    const read = await file.read();
    texts[name] = read.ok ? await read.blob.text() : read.reason;
  }
  return texts;
}

export function packed(files: Readonly<Record<string, string>>): Promise<Blob> {
  async function* all(): AsyncGenerator<ZipFile> {
    for (const [name, text] of Object.entries(files)) yield { name, blob: new Blob([text]), at: T0 };
  }
  return writeZip(all(), new AbortController().signal);
}

/** As a browser would: what begins like one of our pictures has 4 × 3 pixels. */
export async function decode(png: Blob): Promise<Decoded | null> {
  const text = await png.text();
  return text.startsWith('cutout of') ? { width: 4, height: 3, preview: new Blob([`small ${text}`]) } : null;
}
