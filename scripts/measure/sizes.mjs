import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../setup/node.mjs';
import { BUILT } from '../setup/paths.mjs';
import { Stop } from '../setup/say.mjs';

/** Bytes of the store's zip and of what every web page gets. */
export async function measureSizes() {
  if ((await runTool('wxt', ['zip'])) !== 0) throw new Stop('The zip could not be made: see the lines above.');
  const folder = join(BUILT, '..');
  const zip = readdirSync(folder).find((name) => name.endsWith('-chrome.zip'));
  return {
    zipBytes: zip ? statSync(join(folder, zip)).size : null,
    contentScriptBytes: statSync(join(BUILT, 'content-scripts', 'content.js')).size,
  };
}
