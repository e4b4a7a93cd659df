/** Child processes: no stdin unless asked for, output to a chosen stream, and nothing left running when time is up. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { Stop, say } from './say.mjs';

const STDERR = 2;

/**
 * Runs a command to its end and gives its exit code; 124 when it ran out of time.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, input?: 'ignore' | 'inherit', output?: 'inherit' | number, limitMs?: number, shell?: boolean}} [options]
 */
export function run(command, args, options = {}) {
  const { env = process.env, input = 'ignore', output = STDERR, limitMs, shell = false } = options;
  // Its own process group, so that a time limit also ends the grandchildren (browsers, workers).
  const detached = limitMs !== undefined && process.platform !== 'win32';
  const child = spawn(command, args, { cwd: ROOT, env, shell, detached, stdio: [input, output, output] });
  const clock = limitMs && setTimeout(() => endLate(child, detached, `${command} ${args[0]}`, limitMs), limitMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(clock);
      resolve(signal ? 124 : (code ?? 1));
    });
  });
}

/** Like `run`, but a failure stops the script with the sentence `otherwise`. */
export async function mustRun(command, args, otherwise, options) {
  const code = await run(command, args, options).catch(() => 127);
  if (code !== 0) throw new Stop(otherwise);
}

function endLate(child, detached, what, limitMs) {
  say(`Stopped after ${limitMs / 1000} s, which is all the time it may take: ${what}`);
  try {
    process.kill(detached ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the same moment.
  }
}
