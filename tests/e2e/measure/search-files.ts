/** What lies on the disk, whatever the browser says of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** So many bytes from its middle tell one compressed picture from all others. */
const NEEDLE_BYTES = 24;

/** Names of the files in which the middle of the picture can be read. */
export function filesHolding(folder: string, picture: Buffer): string[] {
  const middle = Math.floor(picture.length / 2);
  const needle = picture.subarray(middle, middle + NEEDLE_BYTES);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(needle));
}
