import { basename, extname, join, resolve } from 'node:path';

/**
 * Gives each input its own output path: a.png and a.jpg become a-cutout.png and a-2-cutout.png, and no output ever falls
 * on an input.
 * @param {string[]} files
 * @param {{out: string, matte: boolean}} wish
 */
export function outputPaths(files, { out, matte }) {
  // Case does not tell files apart on macOS and Windows.
  const key = (path) => resolve(path).toLowerCase();
  const taken = new Set(files.map(key));
  return files.map((file) => {
    const name = basename(file, extname(file));
    for (let n = 1; ; n++) {
      const path = join(out, `${n === 1 ? name : `${name}-${n}`}-${matte ? 'matte' : 'cutout'}.png`);
      if (taken.has(key(path))) continue;
      taken.add(key(path));
      return path;
    }
  });
}
