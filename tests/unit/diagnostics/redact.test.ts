/** Nothing that names a person, a page or a file is left of what a driver or a browser said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '@/utils/diagnostics/diagnostics';

describe('redact', () => {
  it.each([
    'cannot load https://secret.test/me.png?x=1',
    'at chrome-extension://abc/secret.js:1:2',
    'blob:https://secret.test/1',
    'file:///home/secret/photo.jpg was lost',
    'data:image/png;base64,secret',
    'HTTPS://SECRET.TEST',
    'the host secret.test did not answer',
    'the host 10.secret.local:8080 did not answer',
    'the host ｓｅｃｒｅｔ。test did not answer',
    'the host sec\u200bret.test did not answer',
    'localhost:secret',
    '//secret/share and \\\\secret\\share',
    'C:\\Users\\secret\\Pictures',
    '/home/secret',
    '~/secret',
    'mail secret@secret.test now',
    'mail secret @ secret now',
    'mail secret＠secret now',
    'cannot decode my secret holiday photo.jpg, sorry',
    'cannot decode secret photo (1).PNG',
    'cannot decode SECRET.HEIC',
    'lost "my secret" and \'secret stuff\' and “a secret” and `secret`',
    'the quote is open: "secret',
    'user=secret&token=secret',
    'caf%C3%A9-secret%20photo',
    'token secret0123456789',
    'id 5b3c7f0e-secret-4000-8000-000000000001',
    'key secretsecretsecretsecretsecretsecret',
    'two lines\nhttps://secret.test/\r\nand secret.example',
  ])('cuts it out of %j [P-DIAG-BARE]', (detail) => {
    expect(redact(detail)).not.toMatch(/secret/i);
  });

  it.each([
    'device lost',
    'after 1.5 s of 156.0.7',
    'webgpu-fp16: threw',
    "the adapter doesn't have shader-f16",
    'out of memory: 2048 MB asked for',
    'internal: input is gone',
  ])('leaves what names nobody: %s', (detail) => {
    expect(redact(detail)).toBe(detail);
  });

  it('cuts out what it is told not to tell, in whatever case [P-DIAG-BARE]', () => {
    expect(redact('cannot decode Passport Ada at last', ['passport ada'])).toBe('cannot decode … at last');
    expect(redact('a+b (c) failed', ['a+b (c)'])).toBe('… failed');
  });

  it('says in one short line what is left', () => {
    expect(redact('a\tb\u0000c\n d')).toBe('a b c d');
    expect(redact('word '.repeat(1000)).length).toBeLessThanOrEqual(160);
  });

  it('leaves no address of any, and can be done twice [P-DIAG-BARE]', () => {
    const words = fc.array(fc.constantFrom('lost', 'at', 'device', '(', ':', '"', "'", 'x.png'), { maxLength: 5 });
    const address = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.emailAddress(), fc.domain());
    fc.assert(
      fc.property(words, address, words, (before, what, after) => {
        const clean = redact([...before, what, ...after].join(' '));
        expect(clean).not.toMatch(/https?:|@|[a-z0-9]\.[a-z]{2}/i);
        expect(redact(clean)).toBe(clean);
      }),
    );
  });

  it('is quick with the longest and worst text', () => {
    const started = performance.now();
    for (const worst of ['a'.repeat(1e6), '@'.repeat(1e6), 'a.'.repeat(1e6), 'a b'.repeat(1e6), "'".repeat(1e6)])
      redact(worst);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
