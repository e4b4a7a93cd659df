/** What a file field takes: the `accept` attribute (HTML §4.10.5.1.17). Pure. */

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
};

/** @param accept empty for anything @param type of the file, lower case */
export function accepts(accept: string, type: string): boolean {
  const wishes = accept.split(',').map((wish) => wish.trim().toLowerCase());
  const fits = (wish: string) =>
    wish === type || wish === '*/*' || wish === `${type.split('/')[0]}/*` || (ENDINGS[type] ?? []).includes(wish);
  return wishes.every((wish) => wish === '') || wishes.some(fits);
}
