/**
 * How scripts talk. Everything that is not a result goes to stderr, so that stdout stays clean for whoever reads it.
 * What the user can mend is a `Stop` with one sentence; a stack trace is kept for our own mistakes.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A refusal in words a person can act on. */
export class Stop extends Error {}

/** Prints one line for the person at the terminal. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs `main` when this module is the script that Node was started with; what it returns is the exit code. */
export async function runMain(moduleUrl, main) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return;
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}
