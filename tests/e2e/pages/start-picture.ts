/// <reference types="chrome" />
/** A picture given to the engine directly, with a backend that the popup may not offer. */
import type { BackendChoice } from '../../../utils/jobs/rungs';
import type { Job } from './inside';
import type { Matte } from './matte';

const LIMIT_MS = 240_000;

/** @param png starts on an empty database, unless told to `keep` it */
export async function startPicture(matte: Matte, png: Buffer, backend: BackendChoice, keep = false): Promise<void> {
  await matte.ask(async () => {
    if (!keep) await matte.inside.clear();
    await matte.inside.page.evaluate(send, [png.toString('base64'), backend] as const);
  });
}

/** Runs in a page of the extension. */
async function send([base64, backend]: readonly [string, BackendChoice]): Promise<void> {
  const picture = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const data = { picture, name: 'picture', backend };
  await chrome.runtime.sendMessage({ id: 1, type: 'startJob', timestamp: Date.now(), data });
}

/** The job, done, and what became of each rung on the way down to the one that ran. */
export async function cutOn(matte: Matte, png: Buffer, backend: BackendChoice, keep = false) {
  await startPicture(matte, png, backend, keep);
  const job: Job = await matte.done(LIMIT_MS);
  const { outcome } = job;
  const why = (outcome?.why ?? []).map(({ rung, verdict }) => `${rung} ${verdict}`);
  return { job, backend: outcome?.backend, why, detail: outcome?.why?.map(({ detail }) => detail).join() };
}
