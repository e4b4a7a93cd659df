/** The issuer's tool: `npm run -s voucher -- keygen | issue | inspect`. docs/vouchers.md says what a shop does with it. */

import { repeatOnModernNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runMain } from './setup/say.mjs';
import { answerAtOnce } from './setup/usage.mjs';
import { readArgs, USAGE } from './voucher/args.mjs';

await runMain(import.meta.url, async () => {
  const wish = readArgs(process.argv.slice(2));
  const answered = answerAtOnce(wish, USAGE);
  if (answered !== null) return answered;
  await ensurePackages();
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  const { perform } = await import(`./voucher/${wish.command}.mjs`);
  return perform(wish);
});
