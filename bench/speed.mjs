/** `npm run bench`: Matte against the peer in time, smoothness and memory. docs/benchmarks.md says what is measured how. */
import { runMain, say } from '../scripts/setup/say.mjs';
import { prepare } from './setup.mjs';
import { readSpeedArgs, USAGE } from './speed/args.mjs';

await runMain(import.meta.url, async () => {
  const wish = readSpeedArgs(process.argv.slice(2));
  if (wish.problem || wish.help) {
    say(wish.problem ? `${wish.problem}\n\n${USAGE}` : USAGE);
    return wish.problem ? 2 : 0;
  }
  const repeated = await prepare({ browser: true });
  if (repeated !== null) return repeated;
  const { measureSpeed } = await import('./speed/run.mjs');
  const { formatRows } = await import('./speed/rows.mjs');
  const { report } = await import('./report.mjs');
  const result = await measureSpeed(wish);
  report(formatRows(result.rows), result, wish.json);
  const isWhole = ({ ours, theirs }) => ours.coldMs !== null && theirs.coldMs !== null;
  return result.rows.every(isWhole) ? 0 : 1;
});
