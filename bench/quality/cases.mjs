/** What the quality run looks at: photos with a ground-truth mask from a folder. A case names files, it reads none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';

const PICTURE = /\.(png|jpe?g|webp)$/i;

/**
 * Photos of a folder with `manifest.csv` (name, image, mask, kind, …; paths from the folder).
 * @returns {{name: string, kind: string, image: string, mask: string}[]}
 */
export function casesOfManifest(folder) {
  const [head, ...lines] = readFileSync(join(folder, 'manifest.csv'), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const row = Object.fromEntries(line.split(',').map((value, index) => [columns[index], value]));
    return { name: row.name, kind: row.kind, image: join(folder, row.image), mask: join(folder, row.mask) };
  });
}

/** Photos and masks of two folders that have the same name but for the ending; photos without a mask are left out. */
export function casesOfFolders(images, masks) {
  const maskOf = new Map(pictures(masks).map((file) => [parse(file).name, join(masks, file)]));
  return pictures(images)
    .filter((file) => maskOf.has(parse(file).name))
    .map((file) => {
      const { name } = parse(file);
      return { name, kind: 'photo', image: join(images, file), mask: maskOf.get(name) };
    });
}

/** True when the folder can be measured as a whole. */
export function hasManifest(folder) {
  return existsSync(join(folder, 'manifest.csv'));
}

function pictures(folder) {
  return readdirSync(folder)
    .filter((file) => PICTURE.test(file))
    .sort();
}

/** At most `limit` of a list, evenly spread over it. */
export function spread(list, limit) {
  if (limit >= list.length) return list;
  return Array.from({ length: limit }, (_, i) => list[Math.floor((i * list.length) / limit)]);
}
