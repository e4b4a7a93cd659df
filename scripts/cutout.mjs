/** The scripting door: `npm run -s cutout -- photo.jpg` runs the built extension's own engine on files. */
import { readArgs, USAGE } from './cutout/args.mjs';
import { ensureBuild } from './setup/build.mjs';
import { repeatOnModernNode } from './setup/node.mjs';
import { runMain } from './setup/say.mjs';
import { answerAtOnce } from './setup/usage.mjs';
import { ensureSetup } from './setup.mjs';

await runMain(import.meta.url, async () => {
  const wish = readArgs(process.argv.slice(2));
  const answered = answerAtOnce(wish, USAGE);
  if (answered !== null) return answered;
  await ensureSetup({ chromium: true });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensureBuild();
  const { cutAll } = await import('./cutout/command.mjs');
  return cutAll(wish);
});
