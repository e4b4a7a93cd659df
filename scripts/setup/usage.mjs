/** What every command says of itself before it does anything. */
import { say } from './say.mjs';

/**
 * @param {{problem: string | null, help: boolean}} wish read from the command line
 * @returns {number | null} the exit code, where the arguments are wrong or ask for nothing but help
 */
export function answerAtOnce({ problem, help }, usage) {
  if (problem) {
    say(`${problem}\n\n${usage}`);
    return 2;
  }
  if (!help) return null;
  process.stdout.write(`${usage}\n`);
  return 0;
}
