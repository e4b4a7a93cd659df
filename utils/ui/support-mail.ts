/** A mail to support, written but not sent: the user's own mail program opens with it, and the user decides. Pure. */
import { say } from '../i18n/say';

/** Nobody's yet: to be set before release (docs/support.md). */
export const SUPPORT_ADDRESS = 'support@matte.example';

/** Windows hands on about 2000 characters of a link. */
export const MAX_LINK_CHARS = 1900;

/** The link of it. Whole lines are left out where they do not fit. @param diagnostics redacted already */
export function supportMail(version: string, diagnostics: string): string {
  const opening = `${say('support.mailOpening')}\n\n\n\n`;
  const lines = diagnostics.trim().split('\n');
  for (let kept = lines.length; kept > 0; kept--) {
    const shown = kept < lines.length ? [...lines.slice(0, kept), say('support.mailCut')] : lines;
    const link = linkWith(version, opening + shown.join('\n'));
    if (link.length <= MAX_LINK_CHARS) return link;
  }
  return linkWith(version, opening);
}

function linkWith(version: string, body: string): string {
  const encoded = encodeURIComponent(body.toWellFormed().replaceAll('\n', '\r\n'));
  return `mailto:${SUPPORT_ADDRESS}?subject=${encodeURIComponent(`Matte ${version}`)}&body=${encoded}`;
}
