import { describe, expect, it } from 'vitest';
import { accepts } from '@/entrypoints/page-drop/accepts';

describe('a file field', () => {
  it.each(['', ' ', ',', 'image/*', 'image/png', 'IMAGE/PNG', '.png', '.jpg, .PNG', 'text/plain,image/*', '*/*'])(
    'with accept="%s" takes a PNG',
    (accept) => {
      expect(accepts(accept, 'image/png')).toBe(true);
    },
  );

  it.each(['.txt', 'image/jpeg', 'video/*', '.jpg,.jpeg', 'image', 'png', 'application/pdf'])(
    'with accept="%s" takes none',
    (accept) => {
      expect(accepts(accept, 'image/png')).toBe(false);
    },
  );

  it.each([
    ['.jpeg', 'image/jpeg'],
    ['.webp', 'image/webp'],
  ])('with accept="%s" takes %s', (accept, type) => {
    expect(accepts(accept, type)).toBe(true);
  });
});
