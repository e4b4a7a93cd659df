/** What the one e2e needs that drives the real context menu: a virtual screen, a hand for it, a second clipboard reader. */
import { canInstall, install } from './apt.mjs';
import { say } from './say.mjs';
import { which } from './which.mjs';

const TOOLS = { Xvfb: 'xvfb', xdotool: 'xdotool', xclip: 'xclip' };

/** True when all of them are there, installed now if need be. */
export async function ensureDisplay() {
  const missing = () => Object.keys(TOOLS).filter((name) => !which(name));
  if (missing().length > 0 && canInstall()) await install(missing().map((name) => TOOLS[name]));
  if (missing().length === 0) return true;
  say(`The native context menu test is skipped: it needs ${missing().join(', ')}.`);
  return false;
}
