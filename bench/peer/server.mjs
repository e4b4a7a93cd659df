/** Serves the peer from local files, with the two headers without which its page gets no threads. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';
import { BENCH, PEER_DATA, PEER_DIST, PEER_RUNTIME } from '../paths.mjs';
import { listResources } from './resources.mjs';

const FOLDERS = { library: PEER_DIST, runtime: PEER_RUNTIME, data: PEER_DATA };
const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** @returns {Promise<{url: string, close: () => void}>} */
export async function servePeer() {
  const page = readFileSync(join(BENCH, 'peer', 'page.html'));
  const packaged = JSON.parse(readFileSync(join(PEER_DATA, 'resources.json'), 'utf8'));
  const resources = JSON.stringify(listResources(packaged, (name) => statSync(join(PEER_RUNTIME, name)).size));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') return send(response, 'text/html', page);
    if (pathname === '/assets/resources.json') return send(response, 'application/json', resources);
    return sendFile(response, pathname);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

function send(response, type, body) {
  response.writeHead(200, { 'content-type': type, ...ISOLATION }).end(body);
}

/** Only plain names: nothing outside the three folders can be named. */
function sendFile(response, pathname) {
  const [, folder, name = ''] = pathname.split('/');
  const path = FOLDERS[folder] && join(FOLDERS[folder], basename(name));
  const size = path && statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return response.writeHead(404).end();
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': size, ...ISOLATION });
  return createReadStream(path).pipe(response);
}
