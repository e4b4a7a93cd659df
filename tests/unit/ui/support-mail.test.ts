import { expect, it } from 'vitest';
import { MAX_LINK_CHARS, SUPPORT_ADDRESS, supportMail } from '@/utils/ui/support-mail';

/** As a mail program reads the link. */
function read(link: string) {
  const url = new URL(link);
  return { to: url.pathname, subject: url.searchParams.get('subject'), body: url.searchParams.get('body') ?? '' };
}

const LINES = Array.from({ length: 200 }, (_, index) => `Line ${index} & 100 % “quoted”`);

it('is addressed, says which version, and has room for words above the diagnostics [P-SUPPORT]', () => {
  const mail = read(supportMail('1.2.3', 'Matte 1.2.3\nBrowser: a+b & c?\n'));
  expect(mail).toMatchObject({ to: SUPPORT_ADDRESS, subject: 'Matte 1.2.3' });
  expect(mail.body).toMatch(/^What happened.*\r\n\r\n/);
  expect(mail.body).toContain('Matte 1.2.3\r\nBrowser: a+b & c?');
});

it('fits into a link: what is too long loses whole lines at its end, and says so [P-SUPPORT]', () => {
  const link = supportMail('1.2.3', LINES.join('\n'));
  expect(link.length).toBeLessThanOrEqual(MAX_LINK_CHARS);
  const { body } = read(link);
  expect(body).toContain('Line 0 & 100 % “quoted”\r\nLine 1');
  expect(body).toMatch(/shortened/);
  expect(read(supportMail('1', LINES.slice(0, 3).join('\n'))).body).not.toMatch(/shortened/);
});

it('takes one line that is longer than any link, and halves of letters', () => {
  expect(supportMail('1', 'x'.repeat(5000)).length).toBeLessThanOrEqual(MAX_LINK_CHARS);
  expect(() => supportMail('1', 'half \ud83d')).not.toThrow();
});
