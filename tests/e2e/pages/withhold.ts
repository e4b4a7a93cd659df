/// <reference types="chrome" />
/** The browser's own settings of an extension, as a user changes them on chrome://extensions. */
import { expect } from '@playwright/test';
import type { Chrome } from '../browser/launch';

type HostAccess = 'ON_CLICK' | 'ON_ALL_SITES';
type Update = { readonly extensionId: string; readonly hostAccess: HostAccess };

export async function setSiteAccess({ context, extensionId }: Chrome, hostAccess: HostAccess): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (update) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(update: Update): Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration(update);
    },
    { extensionId, hostAccess },
  );
  await settings.close();
}

/** Switches the extension off, lets `meanwhile` happen, and switches it on again. */
export async function whileDisabled({ context, extensionId }: Chrome, meanwhile: () => Promise<void>): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  const enable = (on: boolean) =>
    settings.evaluate(([id, wish]) => chrome.management.setEnabled(id, wish), [extensionId, on] as const);
  await enable(false);
  await meanwhile();
  await enable(true);
  await expect.poll(() => context.serviceWorkers().some((worker) => worker.url().includes(extensionId))).toBe(true);
  await settings.close();
}
