import { access, constants, stat } from 'node:fs/promises';
import { Failure } from './failure.mjs';

/** Refuses what cannot be a picture before a browser is asked. */
export async function checkInput(file) {
  const found = await stat(file).catch(() => null);
  if (!found) throw new Failure('not-found', 'There is no file at this path. Check the spelling and run again.');
  if (found.isDirectory())
    throw new Failure('bad-request', 'This is a folder. Name the pictures in it, as in DIR/*.jpg.');
  if (!found.isFile()) throw new Failure('bad-request', 'This is not a regular file. Copy the picture to one first.');
  if (found.size === 0) throw new Failure('empty-file');
  await access(file, constants.R_OK).catch(() => {
    throw new Failure('bad-request', 'This file may not be read. Check its permissions and run again.');
  });
}
