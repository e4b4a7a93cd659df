import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { writeZip, type ZipFile } from '@/utils/zip/write-zip';

const AT = Date.UTC(2026, 10, 22, 12);
const never = new AbortController().signal;

async function* files(...named: readonly (readonly [string, string])[]): AsyncGenerator<ZipFile> {
  for (const [name, text] of named) yield { name, blob: new Blob([text]), at: AT };
}

async function unpacked(zip: Blob): Promise<(readonly [string, string])[]> {
  const entries = await new ZipReader(new BlobReader(zip)).getEntries();
  const texts = entries.map(async (entry) => (entry.directory ? '' : entry.getData(new TextWriter())));
  return entries
    .map(({ filename }, i) => [filename, texts[i]] as const)
    .reduce<Promise<(readonly [string, string])[]>>(
      async (before, [name, text]) => [...(await before), [name, (await text) ?? '']],
      Promise.resolve([]),
    );
}

async function namesOf(...names: readonly string[]): Promise<string[]> {
  const zip = await writeZip(files(...names.map((name) => [name, name] as const)), never);
  return (await unpacked(zip)).map(([name]) => name);
}

describe('writeZip', () => {
  it('gives back what went in, stored as it was, with its time', async () => {
    const zip = await writeZip(files(['a.png', 'pixels of a'], ['images/ü.png', 'pixels of ü']), never);
    expect(zip.type).toBe('application/zip');
    expect(await unpacked(zip)).toEqual([
      ['a.png', 'pixels of a'],
      ['images/ü.png', 'pixels of ü'],
    ]);
    expect(await zip.text()).toContain('pixels of a');
    const [entry] = await new ZipReader(new BlobReader(zip)).getEntries();
    expect(entry?.lastModDate.getTime()).toBe(AT);
  });

  it('of nothing is an empty ZIP', async () => {
    expect(await unpacked(await writeZip(files(), never))).toEqual([]);
  });

  it('numbers equal names, also where only the case differs', async () => {
    expect(await namesOf('boat.png', 'boat.png', 'Boat.png', 'boat (2).png')).toEqual([
      'boat.png',
      'boat (2).png',
      'Boat (3).png',
      'boat (2) (2).png',
    ]);
  });

  it.each([
    ['../../etc/passwd', '_/_/etc/passwd'],
    ['/root.png', 'root.png'],
    ['C:\\boat.png', 'C__boat.png'],
    ['a\u0000b?.png', 'a_b_.png'],
    ['', 'file'],
  ])('%j becomes %j', async (wish, name) => {
    expect(await namesOf(wish)).toEqual([name]);
  });

  it('asks for the next file only when the last is in, and stops when it is cancelled', async () => {
    const cancel = new AbortController();
    let asked = 0;
    async function* many(): AsyncGenerator<ZipFile> {
      for (;;) {
        if (++asked === 3) cancel.abort(new Error('cancelled'));
        yield { name: 'a', blob: new Blob(['a']), at: AT };
      }
    }
    await expect(writeZip(many(), cancel.signal)).rejects.toThrow('cancelled');
    expect(asked).toBe(3);
  });
});
