import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isFramed, isOwnPage, maySee } from '@/entrypoints/background/sender';

type Sender = Browser.runtime.MessageSender;

// Node's URL gives every chrome-extension: address the origin "null"; an https one stands in for it here.
const OWN = 'https://matte.test';
beforeAll(() => void vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `${OWN}${path}`));

const tab = (id: number) => ({ id }) as Browser.tabs.Tab;
const id = fakeBrowser.runtime.id;
const JOB = { tabId: 7 };
const POPUP_JOB = { tabId: null };

/** Who exactly speaks, as Chrome describes them. */
const popup: Sender = { id, origin: OWN, url: `${OWN}/popup.html` };
const ownTab: Sender = { id, origin: OWN, url: `${OWN}/popup.html`, tab: tab(7), frameId: 0 };
const card: Sender = { id, origin: OWN, url: `${OWN}/card.html#a`, tab: tab(7), frameId: 3 };
const contentScript: Sender = { id, origin: 'https://a.test', url: 'https://a.test/', tab: tab(7), frameId: 0 };

describe('a page of our own', () => {
  it.each([
    ['the popup or the engine', popup],
    ['a page in a tab', ownTab],
    ['a card', card],
    ['a page whose origin only its address tells', { id, url: `${OWN}/offscreen.html` }],
  ])('is %s', (_, sender) => {
    expect(isOwnPage(sender)).toBe(true);
  });

  it.each<[string, Sender]>([
    ['a content script', contentScript],
    ['a content script in a frame', { ...contentScript, frameId: 4 }],
    ['another extension', { ...popup, id: 'somebody-else' }],
    ['another extension in its own page', { id: 'somebody-else', origin: 'https://else.test' }],
    ['a sandboxed frame, even at our address', { ...card, origin: 'null' }],
    ['a page whose address merely begins like ours', { id, url: `${OWN}.evil.test/popup.html` }],
    ['a page whose address merely contains ours', { id, url: `https://evil.test/?${OWN}/popup.html` }],
    ['nobody in particular', { id }],
    ['an address that is none', { id, url: 'popup.html' }],
  ])('is not %s', (_, sender) => {
    expect(isOwnPage(sender)).toBe(false);
  });
});

describe('framed', () => {
  it.each([
    ['the popup is not', popup, false],
    ['a page in a tab is not', ownTab, false],
    ['a card is', card, true],
    ['a page in a tab, but nobody knows where: is, when in doubt', { id, origin: OWN, tab: tab(7) }, true],
  ])('%s', (_, sender, framed) => {
    expect(isFramed(sender)).toBe(framed);
  });
});

describe('who may see a job', () => {
  it.each<[string, Sender, { tabId: number | null }, boolean]>([
    ['the popup: any', popup, JOB, true],
    ['the popup: its own', popup, POPUP_JOB, true],
    ['our page in another tab: any', { ...ownTab, tab: tab(8) }, JOB, true],
    ['a card: the job of its tab', card, JOB, true],
    ['a card that a page in another tab framed: none of ours', { ...card, tab: tab(8) }, JOB, false],
    ['a card: no popup job', card, POPUP_JOB, false],
    ['a card in a tab without id: no popup job either', { ...card, tab: {} as Browser.tabs.Tab }, POPUP_JOB, false],
    ['a content script: not even the job of its tab', contentScript, JOB, false],
    ['another extension: none', { ...popup, id: 'somebody-else' }, JOB, false],
  ])('%s', (_, sender, job, allowed) => {
    expect(maySee(sender, job)).toBe(allowed);
  });
});
