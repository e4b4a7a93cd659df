import { describe, expect, it } from 'vitest';
import { describePlace, factsOf } from '@/entrypoints/dashboard/history/cutout-words';
import { type LeftOut, packCutouts } from '@/entrypoints/dashboard/history/zip-cutouts';
import { addDays, dayOf } from '@/utils/calendar';
import type { HistoryEntry } from '@/utils/db';
import type { Picture } from '@/utils/history/read-picture';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { describeDay } from '@/utils/ui/describe-day';

describe('days', () => {
  it.each([
    ['2026-11-22', 'Today'],
    ['2026-11-21', 'Yesterday'],
    ['2026-11-20', 'Friday, November 20'],
    ['2025-11-22', 'Saturday, November 22, 2025'],
    ['2026-11-23', 'Monday, November 23'],
  ])('%s is %s', (day, words) => {
    expect(describeDay(day, '2026-11-22', 'en-US')).toBe(words);
  });

  it('speak the browser’s language', () => {
    expect(describeDay('2026-11-20', '2026-11-22', 'de')).toBe('Freitag, 20. November');
  });

  it('are counted by the calendar, over months and changes of clocks', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    const noon = new Date(2026, 9, 25, 12).getTime();
    expect(dayOf(noon)).toBe('2026-10-25');
    expect(addDays('2026-10-26', -1)).toBe('2026-10-25');
  });
});

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [1_250_000, '1.3 MB'],
  [12_500_000, '13 MB'],
  [5_000_000_000, '5 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(describeBytes(bytes, 'en')).toBe(words);
});

const ENTRY: HistoryEntry = {
  id: 'a',
  owner: 'guest',
  details: { name: 'a', kind: 'page', host: 'example.org', url: null },
  width: 400,
  height: 300,
  bytes: 2000,
  createdAt: 1_700_000_000_000,
};

describe('facts', () => {
  it('of an entry of before the dashboard say what is known', () => {
    expect(factsOf(ENTRY).map(([label]) => label)).toEqual(['Size', 'File', 'Made']);
  });

  it('say how it came to be, what it cost and why it is a preview', () => {
    const made = { quality: 'best', backend: 'wasm-threads', ms: 2340, credits: 0 } as const;
    const facts = new Map(
      factsOf({ ...ENTRY, made, reducedFrom: { width: 4000, height: 3000 }, reducedBy: 'suspended' }),
    );
    expect(facts.get('Size')).toBe('Preview 400 × 300 of 4000 × 3000');
    expect(facts.get('Quality')).toBe('Best');
    expect(facts.get('Made with')).toBe('Processor (several threads)');
    expect(facts.get('Time taken')).toBe('2.3 s');
    expect(facts.get('Cost')).toBe('Free');
    expect(facts.get('Preview')).toContain('suspended');
  });

  it.each([
    [{ kind: 'page', host: 'example.org' }, 'example.org'],
    [{ kind: 'own', host: null }, 'Your own file'],
    [{ kind: 'page', host: null }, 'A page'],
    [{ kind: null, host: null }, 'Not known'],
  ] as const)('%j is from %s', (place, words) => {
    expect(describePlace(place)).toBe(words);
  });
});

describe('packCutouts', () => {
  const pictures: Record<string, Picture> = {
    a: { state: 'open', blob: new Blob(['pixels of a']) },
    b: { state: 'damaged' },
    c: { state: 'open', blob: new Blob(['pixels of c']) },
  };
  const pack = async (ids: string) => {
    const told: (readonly [number, number])[] = [];
    const deps = {
      read: async (id: string) => pictures[id] ?? ({ state: 'gone' } as const),
      tell: (done: number, leftOut: readonly LeftOut[]) => void told.push([done, leftOut.length]),
      now: () => 9,
    };
    const cutouts = [...ids].map((id) => ({ id, name: `boat ${id}`, entry: { createdAt: 5 } }));
    const files = await Array.fromAsync(packCutouts(cutouts, deps), async ({ name, blob, at }) => ({
      name,
      text: await blob.text(),
      at,
    }));
    return { files, told };
  };

  it('gives each file, and lists in its notes what did not open', async () => {
    const { files, told } = await pack('abcd');
    expect(files.map(({ name }) => name)).toEqual(['boat a-cutout.png', 'boat c-cutout.png', 'notes.txt']);
    expect(files[0]).toMatchObject({ text: 'pixels of a', at: 5 });
    expect(files[2]?.text).toContain('boat b: damaged on the disk\r\nboat d: deleted meanwhile');
    expect(told.at(-1)).toEqual([4, 2]);
  });

  it('has no notes when all is there', async () => {
    expect((await pack('ac')).files).toHaveLength(2);
  });
});
