/** `npm run bench:quality`: both sides' cutouts against ground truth. docs/benchmarks.md says what each figure means. */
import { runMain, say } from '../scripts/setup/say.mjs';
import { readQualityArgs, USAGE } from './quality/args.mjs';
import { prepare } from './setup.mjs';

await runMain(import.meta.url, async () => {
  const wish = readQualityArgs(process.argv.slice(2));
  if (wish.problem || wish.help) {
    say(wish.problem ? `${wish.problem}\n\n${USAGE}` : USAGE);
    return wish.problem ? 2 : 0;
  }
  const repeated = await prepare({ browser: true });
  if (repeated !== null) return repeated;
  const { measureQuality } = await import('./quality/run.mjs');
  const { formatGroups } = await import('./quality/summary.mjs');
  const { report } = await import('./report.mjs');
  const result = await measureQuality(wish);
  const tables = result.qualities.map(
    ({ quality, model, groups }) =>
      `${quality} against ${model}\n${groups.length > 0 ? formatGroups(groups) : 'nothing was measured'}`,
  );
  report(tables.join('\n\n'), result, wish.json);
  return result.qualities.some(({ failed }) => failed.length > 0) ? 1 : 0;
});
