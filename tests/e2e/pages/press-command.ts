/// <reference types="chrome" />
/** A shortcut as Chrome tells it: keys of the browser itself are out of reach of a headless page. */
import type { Page, Worker } from '@playwright/test';
import { toFront } from './to-front';

export async function pressCommand(worker: Worker, page: Page, name: string): Promise<void> {
  await toFront(page);
  await worker.evaluate(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const { onCommand } = chrome.commands as unknown as { onCommand: { dispatch(...args: unknown[]): void } };
    onCommand.dispatch(command, tab);
  }, name);
}
