/** `npm run measure`: the figures people feel (click to card, click to copied, memory) and sizes, from the built extension. */
import { ensureBuild } from './setup/build.mjs';
import { repeatOnModernNode } from './setup/node.mjs';
import { runMain, say } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';

await runMain(import.meta.url, async () => {
  await ensureSetup({ chromium: true });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensureBuild();
  const { measureClicks } = await import('./measure/clicks.mjs');
  const { measureSizes } = await import('./measure/sizes.mjs');
  const { measureEdgeSliders } = await import('./measure/edge-sliders.mjs');
  say('Measuring; about four minutes, 90 s of them waiting for the idle engine to go …');
  process.stdout.write(
    `${JSON.stringify({ ...(await measureSizes()), ...(await measureClicks()), edgeSliders12MP: await measureEdgeSliders() }, null, 2)}\n`,
  );
  return 0;
});
