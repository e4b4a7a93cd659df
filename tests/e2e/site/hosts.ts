/**
 * What each host lets through. All are one local server; the browser maps *.test to it, so to the browser they are
 * different sites, on http.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

export interface Verdict {
  readonly allowed: boolean;
  readonly headers?: OutgoingHttpHeaders;
}

type Guard = (headers: IncomingHttpHeaders) => Verdict;

const open: Guard = () => ({ allowed: true });
const hasCookie = (name: string): Guard => {
  return ({ cookie = '' }) => ({ allowed: cookie.split('; ').includes(`${name}=yes`) });
};

const GUARDS = {
  'page.test': open,
  'img.test': open,
  'cors.test': () => ({ allowed: true, headers: { 'access-control-allow-origin': '*' } }),
  'corp.test': () => ({ allowed: true, headers: { 'cross-origin-resource-policy': 'same-origin' } }),
  'lax.test': hasCookie('lax'),
  'strict.test': hasCookie('strict'),
  'referer.test': ({ referer = '' }) => ({ allowed: referer.startsWith('http://page.test') }),
  'noreferer.test': ({ referer }) => ({ allowed: referer === undefined }),
  localhost: open,
} as const satisfies Record<string, Guard>;

export type Host = keyof typeof GUARDS;

export function isHost(name: string): name is Host {
  return name in GUARDS;
}

export function judge(host: Host, headers: IncomingHttpHeaders): Verdict {
  return GUARDS[host](headers);
}

/** Set by the first visit of a page on the host. */
export function cookiesOf(host: Host): OutgoingHttpHeaders {
  if (host === 'lax.test') return { 'set-cookie': 'lax=yes; Path=/; SameSite=Lax' };
  if (host === 'strict.test') return { 'set-cookie': 'strict=yes; Path=/; SameSite=Strict' };
  return {};
}
