/**
 * Makes the extension's own fetch carry the page as Referer, as the page's <img> did: a session rule for this extension's
 * requests only, there while one picture is fetched. What is sent follows the browsers' default policy,
 * strict-origin-when-cross-origin (https://www.w3.org/TR/referrer-policy/).
 */
import { browser } from 'wxt/browser';

/** One job runs at a time, so one rule is enough. */
const RULE_ID = 1;

/** @param referrer null takes the rule away. */
export async function setReferrer(referrer: string | null): Promise<void> {
  const rule = {
    id: RULE_ID,
    condition: { initiatorDomains: [browser.runtime.id], resourceTypes: ['xmlhttprequest' as const] },
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'referer', operation: 'set' as const, value: referrer ?? '' }],
    },
  };
  const addRules = referrer === null ? [] : [rule];
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID], addRules });
}

/** The Referer a browser sends by default for `pictureUrl` on `pageUrl`; null when it sends none. */
export function defaultReferrer(pageUrl: string | null, pictureUrl: string): string | null {
  if (!pageUrl || !URL.canParse(pageUrl) || !URL.canParse(pictureUrl)) return null;
  const page = new URL(pageUrl);
  const picture = new URL(pictureUrl);
  if (!page.protocol.startsWith('http')) return null;
  if (page.protocol === 'https:' && picture.protocol === 'http:') return null;
  if (page.origin !== picture.origin) return `${page.origin}/`;
  return page.origin + page.pathname + page.search;
}
