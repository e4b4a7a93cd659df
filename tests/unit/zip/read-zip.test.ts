import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { readZip, type ZipLimits } from '@/utils/zip/read-zip';
import { writeZip } from '@/utils/zip/write-zip';

const LIMITS: ZipLimits = { files: 3, fileBytes: 30e6, totalBytes: 40e6, ratio: 100 };

interface Wish {
  readonly level?: number;
  readonly password?: string;
}

async function zipOf(files: Readonly<Record<string, string | Blob>>, wish: Wish = {}): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), { level: 6, keepOrder: true, ...wish });
  for (const [name, file] of Object.entries(files)) {
    await zip.add(name, typeof file === 'string' ? new TextReader(file) : new BlobReader(file));
  }
  return zip.close();
}

/** Another name of the same length in both headers, as no honest writer would write it. */
async function renamed(zip: Blob, from: string, to: string): Promise<Blob> {
  const bytes = Buffer.from(await zip.arrayBuffer());
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return new Blob([bytes]);
}

async function reasonOf(zip: Blob, limits: Partial<ZipLimits> = {}): Promise<string> {
  const opened = await readZip(zip, { ...LIMITS, ...limits });
  return opened.ok ? `opened ${[...opened.files.keys()]}` : opened.reason;
}

async function firstFile(zip: Blob) {
  const opened = await readZip(zip, LIMITS);
  if (!opened.ok) throw new Error(opened.reason);
  const [file] = opened.files.values();
  if (!file) throw new Error('empty');
  return file.read();
}

const zeros = (bytes: number) => new Blob([new Uint8Array(bytes)]);

describe('readZip', () => {
  it('gives back what writeZip wrote', async () => {
    async function* files() {
      yield { name: 'images/ü.png', blob: new Blob(['pixels']), at: 0 };
    }
    const opened = await readZip(await writeZip(files(), new AbortController().signal), LIMITS);
    if (!opened.ok) throw new Error(opened.reason);
    const read = await opened.files.get('images/ü.png')?.read();
    expect(read?.ok && (await read.blob.text())).toBe('pixels');
  });

  it('inflates what another program packed, and leaves folders out', async () => {
    const zip = await zipOf({ 'images/': '', 'images/a.txt': 'a'.repeat(5000) });
    expect(await reasonOf(zip)).toBe('opened images/a.txt');
    const read = await firstFile(zip);
    expect(read.ok && read.blob.size).toBe(5000);
  });

  it('takes no other file', async () => {
    expect(await reasonOf(new Blob(['no zip at all']))).toBe('not-a-zip');
    expect(await reasonOf(new Blob([]))).toBe('not-a-zip');
  });

  it('takes none that is cut off, wherever that is [P-IMPORT]', async () => {
    const zip = await zipOf({ 'a.txt': 'text '.repeat(900) });
    for (const end of [zip.size - 1, zip.size - 30, 60, 10])
      expect(await reasonOf(zip.slice(0, end)), `${end}`).toBe('damaged');
  });

  it('says of a file that was changed that it is damaged', async () => {
    const bytes = Buffer.from(await (await zipOf({ 'a.txt': 'honest text' }, { level: 0 })).arrayBuffer());
    bytes.write('h0nest', bytes.indexOf('honest'));
    expect(await firstFile(new Blob([bytes]))).toEqual({ ok: false, reason: 'damaged' });
  });

  it('takes no bomb: small here, large there [P-IMPORT]', async () => {
    expect(await reasonOf(await zipOf({ 'a.txt': zeros(20e6) }))).toBe('bomb');
    expect(await reasonOf(await zipOf({ 'a.txt': zeros(20e6) }), { ratio: 2000 })).toBe('opened a.txt');
  });

  it('stops inflating where the header lied [P-IMPORT]', async () => {
    const bytes = Buffer.from(await (await zipOf({ 'a.txt': zeros(20e6) })).arrayBuffer());
    const size = Buffer.alloc(4);
    size.writeUInt32LE(20e6);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    let lies = 0;
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) lies += lie.copy(bytes, at) / 4;
    expect(lies, 'every header says it').toBeGreaterThan(0);
    expect(await firstFile(new Blob([bytes]))).toEqual({ ok: false, reason: 'bomb' });
  });

  it('has limits for each file, for all, and for their number', async () => {
    const zip = await zipOf({ a: 'aaaa', b: 'bbbb', c: 'cccc' }, { level: 0 });
    expect(await reasonOf(zip)).toBe('opened a,b,c');
    expect(await reasonOf(zip, { fileBytes: 3 })).toBe('too-large');
    expect(await reasonOf(zip, { totalBytes: 11 })).toBe('too-large');
    expect(await reasonOf(zip, { totalBytes: 12, fileBytes: 4, files: 3 })).toBe('opened a,b,c');
    expect(await reasonOf(zip, { files: 2 })).toBe('too-many-files');
  });

  it.each([
    ['out of the folder', '../evil.txt'],
    ['from the root', '/abcevil.txt'],
    ['of a drive', 'C:/evil.txt'],
    ['with a backslash', 'a\\bevil.txt'],
    ['backwards', 'a\u202egnp.exe'],
  ])('takes no name that leads %s [P-IMPORT]', async (_, name) => {
    const honest = 'x'.repeat(Buffer.byteLength(name));
    expect(await reasonOf(await renamed(await zipOf({ [honest]: 'x' }), honest, name))).toBe('unsafe-name');
  });

  it('takes no two files of one name, nor of names that differ by case only', async () => {
    const zip = await zipOf({ 'boat-1.png': 'a', 'boat-2.png': 'b' });
    expect(await reasonOf(await renamed(zip, 'boat-2', 'boat-1'))).toBe('duplicate-name');
    expect(await reasonOf(await renamed(zip, 'boat-2', 'Boat-1'))).toBe('duplicate-name');
  });

  it('takes nothing encrypted', async () => {
    expect(await reasonOf(await zipOf({ 'a.txt': 'secret' }, { password: 'pw' }))).toBe('encrypted');
  });
});
