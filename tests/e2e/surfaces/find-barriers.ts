/** What axe finds on a page (WCAG 2.2 A and AA, and its own best practices), as sentences. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export async function findBarriers(page: Page): Promise<string[]> {
  // Legacy mode stays within the page: an extension's frames are not reached from a blank one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}
