/** The one offscreen document. It closes itself when idle, so callers ensure it before each command. */
import { browser } from 'wxt/browser';
import { matteError } from '../errors';
import { singleFlight } from '../single-flight';

const PATH = '/offscreen.html';

export const hasOffscreen = (): Promise<boolean> => browser.offscreen.hasDocument();

/** Two clicks share one creation; a second document would throw. @throws MatteError offscreen-unavailable */
export const ensureOffscreen = singleFlight(async () => {
  if (await hasOffscreen()) return;
  try {
    await browser.offscreen.createDocument({
      url: browser.runtime.getURL(PATH),
      reasons: ['WORKERS'],
      justification: 'Runs the segmentation model in a worker, off every page.',
    });
  } catch (error) {
    throw matteError('offscreen-unavailable', undefined, error);
  }
});
