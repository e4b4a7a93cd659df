import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The scripts are plain JavaScript without declarations; their names are not for the type checker to follow. */
export function load(path: string) {
  return import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'scripts', path)).href);
}
