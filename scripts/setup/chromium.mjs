/**
 * Finds the browser that carries Matte. Chromium and Edge come before Google Chrome: branded Chrome has ignored
 * --load-extension since 137, and scripts/browser.mjs must load Matte by the debugging protocol there.
 */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstall, install } from './apt.mjs';
import { Stop } from './say.mjs';
import { isProgram, which } from './which.mjs';

const NONE =
  'No Chromium, Edge or Chrome was found. Install one, or run `npx playwright install chromium`, or set CHROME_PATH.';

/** Path of a browser that can carry Matte, or null. CHROME_PATH always wins. */
export async function findChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && !isProgram(CHROME_PATH)) throw new Stop(`CHROME_PATH names no program: ${CHROME_PATH}`);
  if (CHROME_PATH) return CHROME_PATH;
  const places = [...preferred(), await playwrightChromium(), ...branded()];
  return places.find((path) => path && isProgram(path) && starts(path)) ?? null;
}

/** Like `findChromium`, but installs one where it can, and stops with a sentence where it cannot. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (!canInstall() || !(await install(['chromium']))) throw new Stop(NONE);
  const installed = await findChromium();
  if (!installed) throw new Stop(NONE);
  return installed;
}

/** True for Google Chrome proper, which does not load extensions from the command line. */
export function isBranded(path) {
  return /google[- ]chrome|google[\\/]chrome/i.test(path) && !/for testing/i.test(path);
}

const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const onLinux = (...names) => names.map((name) => which(name, LINUX_FOLDERS));
const onMac = (...apps) =>
  apps.flatMap((app) => ['/', homedir()].map((base) => join(base, `Applications/${app}.app/Contents/MacOS/${app}`)));
const onWindows = (...paths) =>
  ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)']
    .map((name) => process.env[name])
    .flatMap((base) => (base ? paths.map((path) => join(base, path)) : []));

function preferred() {
  if (process.platform === 'darwin') return onMac('Chromium', 'Google Chrome for Testing', 'Microsoft Edge');
  if (process.platform === 'win32') {
    return onWindows('Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe');
  }
  return onLinux('chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge');
}

function branded() {
  if (process.platform === 'darwin') return onMac('Google Chrome');
  if (process.platform === 'win32') return onWindows('Google/Chrome/Application/chrome.exe');
  return onLinux('google-chrome-stable', 'google-chrome');
}

async function playwrightChromium() {
  try {
    return (await import('@playwright/test')).chromium.executablePath();
  } catch {
    return null;
  }
}

// On Ubuntu `chromium-browser` may be a note that says "install the snap". Elsewhere asking would open a window.
function starts(path) {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
