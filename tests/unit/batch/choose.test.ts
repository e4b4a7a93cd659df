import { describe, expect, it } from 'vitest';
import { choose } from '@/utils/batch/choose';

const file = (path: string, type = 'image/png') => ({ path, name: path.split('/').at(-1) ?? '', type });

describe('which files a batch takes', () => {
  it('pictures, in the order of their names, in which 2 comes before 10', () => {
    const { taken, skipped } = choose([file('b/10.png'), file('b/2.png'), file('a/z.jpg', 'image/jpeg')], 'en');
    expect([taken.map(({ path }) => path), skipped]).toEqual([['a/z.jpg', 'b/2.png', 'b/10.png'], 0]);
  });

  it('no texts, no hidden files, and of those without a type what is called like a picture', () => {
    const files = [file('a.txt', 'text/plain'), file('._a.png'), file('a.AVIF', ''), file('Thumbs.db', '')];
    const { taken, skipped } = choose(files, 'en');
    expect([taken.map(({ path }) => path), skipped]).toEqual([['a.AVIF'], 3]);
  });

  it('200 at most: the first by name, and says how many are left', () => {
    const { taken, tooMany } = choose(
      Array.from({ length: 230 }, (_, at) => file(`${230 - at}.png`)),
      'de',
    );
    expect([taken.length, taken[0]?.path, taken.at(-1)?.path, tooMany]).toEqual([200, '1.png', '200.png', 30]);
  });
});
