/** What axe finds on a page or in a frame of it (WCAG 2.2 A and AA, and its own best practices), as sentences. */
import type { Frame } from '@playwright/test';
import axe from 'axe-core';

export async function findBarriers(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}
