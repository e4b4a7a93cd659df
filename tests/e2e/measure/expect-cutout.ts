/** What a right-click promises: the right cutout, at the picture's own size, stored, said and on the clipboard. */
import { expect, type Page } from '@playwright/test';
import type { Pixels, Size } from '../../fixtures/scenes';
import type { Job } from '../pages/inside';
import type { Matte } from '../pages/matte';
import { alphaError, difference, iou, sizeOf } from './compare';

export interface Expected {
  readonly size: Size;
  readonly truth: Uint8Array;
}

const MIN_IOU = 0.95;
const MAX_ALPHA_ERROR = 0.02;
/** The clipboard keeps colours weighted by alpha, in bytes. */
const ROUNDING = 1;

/** @returns the job, for what only one test asks. */
export async function expectCopied(matte: Matte, page: Page, expected: Expected): Promise<Job> {
  const job = await matte.done();
  const stored = await matte.cutout(job);
  expectCutout(stored, expected);
  await matte.card(page).says('Copied');
  await matte.delivered('copied');
  expect(difference(await matte.clipboard.pixels(page), stored), 'clipboard and stored result').toBeLessThanOrEqual(
    ROUNDING,
  );
  expect(await matte.inside.history(), 'one entry in the history').toMatchObject([{ id: job.id, ...expected.size }]);
  return job;
}

export function expectCutout(pixels: Pixels, { size, truth }: Expected): void {
  expect(sizeOf(pixels)).toEqual(sizeOf(size));
  expect(iou(pixels, truth), 'overlap with the truth').toBeGreaterThanOrEqual(MIN_IOU);
  expect(alphaError(pixels, truth), 'error of alpha').toBeLessThanOrEqual(MAX_ALPHA_ERROR);
}
