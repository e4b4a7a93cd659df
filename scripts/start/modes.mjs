/** The two ways to start: a window to play with, or the same job without a screen. */

import { parse } from 'node:path';
import SENTENCES from '../../locales/en/errors.json' with { type: 'json' };
import { launchMatte } from '../browser.mjs';
import { say } from '../setup/say.mjs';
import { rightClickJob } from './right-click.mjs';
import { serveSamples } from './server.mjs';

const SAMPLE = 'astronaut';

/** Opens a browser on the sample page and stays until its window is closed. */
export async function startWithWindow(picture) {
  const server = await serveSamples(picture);
  const matte = await launchMatte({ headless: false });
  const closed = new Promise((resolve) => matte.context.once('close', resolve));
  const page = matte.context.pages()[0] ?? (await matte.context.newPage());
  await page.goto(server.url);
  say('Right-click a picture and choose “Remove background”. Close the window to end.');
  await closed;
  server.close();
  return 0;
}

/** Does the right-click job on a sample and on the given picture, and prints what came out. */
export async function startWithoutWindow(picture) {
  const server = await serveSamples(picture);
  const matte = await launchMatte({ headless: true });
  let failed = 0;
  try {
    for (const [id, name] of jobsFor(picture)) {
      const result = await rightClickJob(matte, server.url, { id, name });
      console.log(await describe(name, result));
      if (!result.cutout) failed += 1;
    }
  } finally {
    await matte.close();
    server.close();
  }
  return failed === 0 ? 0 : 1;
}

/** Element ids of the pictures to click, with the names of their results. */
function jobsFor(picture) {
  if (!picture) return [[SAMPLE, SAMPLE]];
  const name = parse(picture).name;
  return [
    [SAMPLE, SAMPLE],
    ['yours', name === SAMPLE ? `${name}-yours` : name],
  ];
}

async function describe(name, result) {
  const rows = [['page', result.page], ...(result.cutout ? outcomeRows(result) : [['failed', await reasonOf(result)]])];
  return [name, ...rows.map(([label, value]) => `  ${label.padEnd(9)} ${value}`), ''].join('\n');
}

function outcomeRows({ cutout, width, height, backend, ms, stages, delivery }) {
  const times = Object.entries(stages).map(([stage, time]) => `${stage} ${inSeconds(time)}`);
  return [
    ['cutout', `${cutout} (${width} × ${height})`],
    ['clipboard', delivery],
    ['backend', backend],
    ['time', `${inSeconds(ms)}: ${times.join(' · ')}`],
  ];
}

async function reasonOf({ error, ended }) {
  if (!ended) return 'The job did not end in time.';
  return SENTENCES[error ?? 'internal'];
}

const inSeconds = (ms) => `${(ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`;
