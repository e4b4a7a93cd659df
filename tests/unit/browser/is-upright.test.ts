import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { isUprightJpeg } from '../../../utils/browser/is-upright';

const picture = () => sharp({ create: { width: 12, height: 8, channels: 3, background: '#c06020' } });
const fileOf = async (pipeline: Sharp) => new Blob([new Uint8Array(await pipeline.toBuffer())]);

describe('isUprightJpeg', () => {
  it('says yes without EXIF', async () => {
    expect(await isUprightJpeg(await fileOf(picture().jpeg()))).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('believes EXIF orientation %i', async (orientation) => {
    const file = await fileOf(picture().jpeg().withMetadata({ orientation }));
    expect(await isUprightJpeg(file)).toBe(orientation === 1);
  });

  it('says no to EXIF that it cannot read', async () => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 12, ...Buffer.from('Exif\0\0????')]);
    expect(await isUprightJpeg(new Blob([bytes]))).toBe(false);
  });

  it('says no to other formats, which turn in other ways', async () => {
    expect(await isUprightJpeg(await fileOf(picture().png()))).toBe(false);
    expect(await isUprightJpeg(await fileOf(picture().webp().withMetadata({ orientation: 3 })))).toBe(false);
  });
});
