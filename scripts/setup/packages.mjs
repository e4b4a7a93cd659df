/**
 * node_modules, brought in line with package-lock.json. What npm noted about its last install (the hidden lock file,
 * written when an install ends) is compared with what is wanted, so an interrupted install shows and no stamp is needed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';

const FAILED = 'npm ci failed: see the lines above. Most often the network or the disk; mend that and run again.';

/** Runs `npm ci` in `folder` unless everything that its lock file wants is there. */
export async function ensurePackages(folder = ROOT) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  const present = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (present && isInstalled(wanted, present)) return;
  say('Installing dependencies …');
  const [command, ...before] = npmCommand();
  const shell = process.platform === 'win32' && command === 'npm';
  // `npm run -s` silences every npm below it, and with it the reason of a failure.
  const env = { ...process.env, npm_config_loglevel: 'error' };
  await mustRun(command, [...before, '--prefix', folder, 'ci', '--no-audit', '--no-fund'], FAILED, { env, shell });
}

/** True when each wanted package is present as locked; optional ones may be absent (other platforms). */
export function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path];
    if (path === '' || (!found && entry.optional)) return true;
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? [process.execPath, cli] : ['npm'];
}
