import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVouchers, MAX_TEXT_CHARS } from '@/utils/vouchers/find-vouchers';
import { findVouchersInFile } from '@/utils/vouchers/voucher-file';
import { b64, openShop } from './shop';

const shop = await openShop();
const code = await shop.sign(shop.claims());
const other = await shop.sign(shop.claims({ jti: 'v-2' }));
const [header = '', payload = '', signature = ''] = code.split('.');
const broken = (code.match(/.{1,40}/g) ?? []).join('\n');

describe('a pasted text', () => {
  it.each([
    ['the bare code', code],
    ['white space around', ` \t\r\n${code}\n\n`],
    ['the prefix', `matte:voucher:${code}`],
    ['the prefix in capitals, and a space', `Matte:Voucher: ${code}`],
    ['quotes', `“${code}”`],
    ['a full stop after', `Your voucher is ${code}.`],
    ['prose on its own lines', `Dear customer,\n\nthanks for buying. Your code:\n\n${code}\n\nYours,\nthe shop`],
    ['prose on the same line', `Your code ${code} is good until May.`],
    ['prose that speaks of eyJ', `It begins with eyJ. See: eyJ, that is. ${code}`],
    ['line breaks inside', broken],
    ['line breaks inside and prose after', `${broken}\nThanks for buying.`],
    ['a quoted mail', `> ${broken.replaceAll('\n', '\r\n> > ')}\r\n> Thanks`],
    ['soft hyphens and zero-width spaces', code.replace(/(.{30})/g, '$1\u00ad\u200b')],
    ['spaces around the dots', `${header} . ${payload} . ${signature}`],
    ['HTML', `<p>Code: <code>${code}</code></p>`],
    ['a link', `<a href="https://shop.test/?v=${code}&x=1">`],
  ])('gives up its code: %s', (_, text) => expect(findVouchers(text)).toEqual({ ok: true, codes: [code] }));

  it('may hold several, each found once', () => {
    expect(findVouchers(`1. ${code}\n2. ${other}\n1 again: ${broken}`)).toEqual({ ok: true, codes: [code, other] });
  });

  it('may be a list of codes, line by line', () => {
    expect(findVouchers(`${code}\n${other}\n`)).toEqual({ ok: true, codes: [code, other] });
    expect(findVouchers(`${broken}\n${other}\nThanks`)).toEqual({ ok: true, codes: [code, other] });
  });

  it.each([
    ['no signature', `${b64({ alg: 'none' })}.${payload}.`],
    ['a shorter one', `${b64({ alg: 'HS256' })}.${payload}.${signature.slice(0, 43)}`],
  ])('gives up a forged code as it is: %s', (_, forged) => {
    expect(findVouchers(forged)).toEqual({ ok: true, codes: [forged] });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['prose', 'Thanks for buying. Your code comes tomorrow. Yours, the shop.'],
    ['a code without its beginning', code.slice(4)],
    ['only the beginning of a code', code.slice(0, header.length + 20)],
    ['an address', 'https://shop.test/a.b.c'],
  ])('without a code is malformed: %s', (_, text) => {
    expect(findVouchers(text)).toEqual({ ok: false, reason: 'malformed' });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'eyJ',
    '.',
    ' ',
    '\n',
    '>',
    'eyJ.eyJ',
    'matte:voucher:',
    '\u200b',
    header,
    payload,
    signature,
  );
  const pieces = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 });

  it('never throws, and what is found has the shape of a code', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const found = findVouchers(parts.join(''));
        for (const each of found.ok ? found.codes : []) expect(each).toMatch(/^eyJ[\w-]*\.eyJ[\w-]*\.[\w-]{0,86}$/);
      }),
    );
  });

  it('around a code does not hide it', () => {
    // Letters, dots and dashes that touch the code could be of the code; anything else may stand there.
    const prose = fc.string({ unit: 'binary' }).map((text) => `${text.replace(/eyJ/g, '')}: `);
    const gap = fc.constantFrom('\n', '\r\n', '\n> ', ' ', '\u200b');
    fc.assert(
      fc.property(prose, prose, fc.integer({ min: 20, max: 200 }), gap, (before, after, width, between) => {
        const lines = (code.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(between);
        expect(findVouchers(`${before}${lines}\n(${after}`)).toMatchObject({ ok: true, codes: [code] });
      }),
    );
  });

  it.each([
    ['beginnings', ' eyJ'],
    ['beginnings and dots', 'eyJ.'],
    ['white space', ' '],
    ['pairs', ' eyJ.eyJ'],
    ['dots', '.'],
    ['long pairs', ` ${'eyJ '.repeat(140)}.eyJ${'A'.repeat(3_900)}`],
  ])('takes little time: 64 KB of %s', (_, unit) => {
    const text = unit.repeat(MAX_TEXT_CHARS / unit.length);
    const start = performance.now();
    findVouchers(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('of 1 MB is too long, at once', () => {
    const start = performance.now();
    expect(findVouchers('eyJ.'.repeat(250_000))).toEqual({ ok: false, reason: 'too-long' });
    expect(performance.now() - start).toBeLessThan(250);
  });
});

describe('a dropped text file', () => {
  const utf16 = Buffer.from(`\ufeff${code}\r\n`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(code)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${code}`)],
    ['UTF-16, as Windows writes it', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['some other writing around the code', Buffer.concat([Buffer.from([0xe4, 0xff, 0x20]), Buffer.from(code)])],
  ])('is read: %s', async (_, bytes) => {
    expect(await findVouchersInFile(new Blob([bytes]))).toEqual({ ok: true, codes: [code] });
  });

  it.each([
    ['malformed', new Blob([])],
    ['malformed', new Blob([Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256)])],
    ['too-long', new Blob([new Uint8Array(1_000_000)])],
  ])('is %s otherwise', async (reason, file) => {
    expect(await findVouchersInFile(file)).toEqual({ ok: false, reason });
  });
});
