/** Debian's package manager, where there is one and we are root; everywhere else the user installs things. */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const APT = '/usr/bin/apt-get';

/** True when packages can be installed without asking anyone. */
export function canInstall() {
  return existsSync(APT) && process.getuid?.() === 0;
}

/** Installs system packages; true when that worked. */
export async function install(packages) {
  say(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(APT, ['update', '-qq'], { env });
  return (await run(APT, ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })) === 0;
}
