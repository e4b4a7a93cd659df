import encodeQR from 'qr';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Raster } from '@/utils/pipeline/raster';
import { findVouchers } from '@/utils/vouchers/find-vouchers';
import { readQr } from '@/utils/vouchers/read-qr';
import { NOW_S, openShop } from './shop';

const shop = await openShop();
const code = await shop.sign(
  shop.claims({ until: NOW_S + 9e6, reason: 'Order 2026-0617, fifty credits, with thanks' }),
);
const SCALE = 4;
const gif = encodeQR(code, 'gif', { ecc: 'medium', scale: SCALE, border: 4 });
const side = encodeQR(code, 'raw', { ecc: 'medium', border: 4 }).length * SCALE;
const plain = () => sharp(Buffer.from(gif));

async function pixels(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

async function jpeg(picture: Sharp, quality: number): Promise<Sharp> {
  return sharp(await picture.jpeg({ quality }).toBuffer());
}

/** The code as a sticker on a photo of this size. */
async function onPhoto(width: number, height: number, sticker: Buffer): Promise<Sharp> {
  const photo = sharp('tests/fixtures/photos/coffee.png').resize(width, height, { fit: 'cover' });
  const left = Math.floor(width / 2);
  return sharp(
    await photo
      .composite([{ input: sticker, left, top: 40 }])
      .png()
      .toBuffer(),
  );
}

describe('the QR picture of a voucher', () => {
  const pictures: readonly (readonly [string, () => Sharp | Promise<Sharp>])[] = [
    ['as issued', plain],
    ['as a JPEG of quality 40', () => jpeg(plain(), 40)],
    ['smaller', () => plain().resize(Math.round(side * 0.6))],
    ['on its side', () => plain().rotate(90)],
    ['askew', () => plain().rotate(11, { background: 'white' })],
    ['pale', () => plain().removeAlpha().linear(0.4, 110)],
    ['blurred', () => plain().blur(1.5)],
    ['in a 12 MP photo', async () => onPhoto(4000, 3000, await plain().resize(900).toBuffer())],
    ['in a panorama', async () => onPhoto(5200, 1500, await plain().resize(1000).toBuffer())],
  ];

  it.each(pictures)('is read %s', async (_, make) => {
    const text = readQr(await pixels(await make()));
    expect(findVouchers(text ?? '')).toEqual({ ok: true, codes: [code] });
  });

  it('is read on a transparent ground', async () => {
    const { width, height, data } = await pixels(plain());
    const holes = data
      .map((byte, at) => (at % 4 === 3 ? 255 - (data[at - 1] ?? 0) : byte))
      .map((byte, at) => (at % 4 === 3 ? byte : 0));
    expect(readQr({ width, height, data: holes })).toBe(code);
  });
});

describe('a picture without a code', () => {
  const empty = (width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) });

  it.each([empty(1, 1), empty(3, 2), empty(1, 5000), empty(9000, 2), empty(600, 400)])('gives null', (raster) => {
    expect(readQr(raster)).toBeNull();
  });

  it('gives null when it is a photo', async () => {
    expect(readQr(await pixels(sharp('tests/fixtures/photos/chelsea.png')))).toBeNull();
  });
});
