/** The page of sample pictures, on localhost only. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';

const PAGE = join(ROOT, 'scripts', 'samples', 'index.html');
const FOLDERS = { photos: join(ROOT, 'tests', 'fixtures', 'photos'), samples: join(ROOT, 'scripts', 'samples') };
const TYPES = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * Serves the sample page; `picture` (a path or null) is shown first on it.
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function serveSamples(picture) {
  const server = createServer((request, response) => void answer(request, response, picture));
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

async function answer(request, response, picture) {
  try {
    const { pathname } = new URL(request.url, 'http://localhost');
    const body = pathname === '/' ? await page(picture) : await readFile(fileAt(pathname, picture));
    const extension = extname(pathname === '/' ? PAGE : decodeURIComponent(pathname)).toLowerCase();
    response.writeHead(200, { 'content-type': TYPES[extension] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

function fileAt(pathname, picture) {
  const [, folder, name = ''] = decodeURIComponent(pathname).split('/');
  if (folder === 'yours' && picture) return picture;
  // Only plain names: nothing outside the two folders can be named.
  return join(FOLDERS[folder], basename(name));
}

async function page(picture) {
  const html = await readFile(PAGE, 'utf8');
  return html.replace('<!-- yours -->', () => (picture ? figureOf(basename(picture)) : ''));
}

function figureOf(name) {
  const source = `/yours/${encodeURIComponent(name)}`;
  return `<figure><img id="yours" class="yours" src="${source}" alt=""><figcaption>Yours</figcaption></figure>`;
}
