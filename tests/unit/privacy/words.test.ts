import { describe, expect, it } from 'vitest';
import { describeBytes, describeImport, describeImportRefusal } from '@/entrypoints/dashboard/privacy/privacy-words';
import { readPromises } from '@/entrypoints/dashboard/privacy/promises';

const NOTHING = { imported: 0, present: 0, damaged: 0, noRoom: 0, stopped: null };

describe('an import', () => {
  it.each([
    [{ imported: 42, present: 3, damaged: 1 }, '42 imported, 3 already there, 1 damaged.'],
    [{}, '0 imported.'],
    [{ imported: 1, noRoom: 2 }, '1 imported, 2 beyond the limits of your history.'],
    [{ imported: 1, stopped: 'storage-full' }, /^1 imported\. The disk is full/],
    [{ stopped: 'somebody-else' }, /^0 imported\. Somebody else signed in/],
  ] as const)('%j is summed up', (summary, words) => {
    expect(describeImport({ ...NOTHING, ...summary })).toMatch(words);
  });

  it.each(['bomb', 'damaged', 'encrypted', 'newer', 'not-a-zip', 'too-large'] as const)(
    'that is refused as %s has a next step',
    (reason) => {
      expect(describeImportRefusal(reason)).toMatch(/\. .*(xport|opy|npack|pdate|hoose)/);
    },
  );
});

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [65_432, '65 kB'],
  [1_000_000_000, '1 GB'],
  [25_000_000_000_000, '25,000 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(describeBytes(bytes)).toBe(words);
});

it('promises are read group by group; what is no list stays in the repository', () => {
  const markdown =
    '# Title\n\n- before `[@X]`\n\n## One\n\nwords\n\n- First. `[@A]`\n- Second. `[@B-1]`\n\n## Two\n\n- Third. `[@C]`\n';
  // Spelt so that tests/privacy.test.ts does not take these for names of its own.
  expect(readPromises(markdown.replaceAll('@', 'P-'))).toEqual([
    {
      title: 'One',
      promises: [
        { id: 'P-A', sentence: 'First.' },
        { id: 'P-B-1', sentence: 'Second.' },
      ],
    },
    { title: 'Two', promises: [{ id: 'P-C', sentence: 'Third.' }] },
  ]);
});
