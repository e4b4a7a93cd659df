import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultReferrer, setReferrer } from '@/utils/browser/referrer-rule';

const PAGE = 'https://shop.test/boats/42?colour=red';
const OWN = 'https://shop.test/images/boat.png';
const OTHER = 'https://cdn.test/boat.png';

/** https://www.w3.org/TR/referrer-policy/#referrer-policy-strict-origin-when-cross-origin */
describe('the Referer that browsers send by default', () => {
  it.each<[string, string | null, string, string | null]>([
    ['the whole page to its own site', PAGE, OWN, PAGE],
    ['only the origin to another host', PAGE, OTHER, 'https://shop.test/'],
    ['only the origin to a subdomain', PAGE, 'https://img.shop.test/boat.png', 'https://shop.test/'],
    ['only the origin to another port', PAGE, 'https://shop.test:8443/boat.png', 'https://shop.test/'],
    ['nothing from https down to http', PAGE, 'http://cdn.test/boat.png', null],
    ['nothing down to http on the same host', PAGE, 'http://shop.test/boat.png', null],
    ['only the origin from http up to https', 'http://shop.test/boats', OTHER, 'http://shop.test/'],
    ['the whole page between http and http of one site', 'http://a.test/x?y', 'http://a.test/z', 'http://a.test/x?y'],
    ['the port of the page', 'http://a.test:8080/x', OTHER, 'http://a.test:8080/'],
    ['no fragment', `${PAGE}#reviews`, OWN, PAGE],
    ['no user and password', 'https://ada:secret@shop.test/boats', OWN, 'https://shop.test/boats'],
    ['nothing from a local file', 'file:///home/ada/index.html', OTHER, null],
    ['nothing from a data page', 'data:text/html,hi', OTHER, null],
    ['nothing from an extension', 'chrome-extension://abc/popup.html', OTHER, null],
    ['nothing from nowhere', null, OTHER, null],
    ['nothing from what is no address', 'shop', OTHER, null],
    ['nothing to what is no address', PAGE, 'https://', null],
  ])('%s', (_, page, picture, referrer) => {
    expect(defaultReferrer(page, picture)).toBe(referrer);
  });
});

describe('the rule', () => {
  const update = vi.fn(async (_: unknown) => {});
  // fakeBrowser has no declarativeNetRequest of its own.
  Object.assign(fakeBrowser, { declarativeNetRequest: { updateSessionRules: update } });
  afterEach(() => void update.mockClear());

  it('touches only what this extension itself fetches', async () => {
    await setReferrer('https://shop.test/');
    const condition = { initiatorDomains: [fakeBrowser.runtime.id], resourceTypes: ['xmlhttprequest'] };
    const requestHeaders = [{ header: 'referer', operation: 'set', value: 'https://shop.test/' }];
    expect(update).toHaveBeenCalledExactlyOnceWith({
      removeRuleIds: [expect.any(Number)],
      addRules: [expect.objectContaining({ condition, action: { type: 'modifyHeaders', requestHeaders } })],
    });
  });

  it('replaces the one before', async () => {
    await setReferrer('https://shop.test/');
    const [{ removeRuleIds, addRules }] = update.mock.calls[0] as unknown as [
      { removeRuleIds: number[]; addRules: { id: number }[] },
    ];
    expect(addRules.map(({ id }) => id)).toEqual(removeRuleIds);
  });

  it('is taken away without another in its place', async () => {
    await setReferrer(null);
    expect(update).toHaveBeenCalledExactlyOnceWith({ removeRuleIds: [expect.any(Number)], addRules: [] });
  });
});
