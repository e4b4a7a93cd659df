/**
 * The photo out of focus, without the subject in it. A plain blur of the photo carries the subject's colours outwards, and
 * the subject then stands in a halo of itself; so the subject is taken out first, and every mean is divided by how much of
 * the background was in it (normalised convolution, Knutsson and Westin 1993). Where none is within reach, a wider blur says.
 */
import { boxMean } from '../pipeline/box';
import type { Raster, Size } from '../pipeline/raster';
import { resizeMatte } from '../pipeline/resize';

/** Of the boxes, samples: three of them are a Gaussian of √(r² + r) samples, 4.5. The photo is shrunk until that is the wish. */
const RADIUS = 4;
const SIGMA = Math.sqrt(RADIUS ** 2 + RADIUS);
/** Each wider look has so many times fewer samples a side; with four its squares are seen once the subject has moved away. */
const WIDER = 2;
/** From this share of background on, a mean counts alone. */
const ENOUGH = 0.05;

/** Red, green and blue, each times the weight, and the weight itself: 0–255 and 0–1. */
type Planes = readonly [Float32Array, Float32Array, Float32Array, Float32Array];

interface Samples extends Size {
  readonly planes: Planes;
}

/**
 * @param cutout of the photo's size: its alpha and colours are what is taken out
 * @param radius standard deviation as a share of the photo's longer side
 * @returns opaque, the whole of the photo, at most as many pixels
 */
export function blurBehind(photo: Raster, cutout: Raster, radius: number): Raster {
  const sigma = radius * Math.max(photo.width, photo.height);
  const factor = Math.max(1, sigma / SIGMA);
  const size = { width: shrunk(photo.width, factor), height: shrunk(photo.height, factor) };
  const boxes = Math.min(RADIUS, Math.round((Math.sqrt(4 * sigma ** 2 + 1) - 1) / 2));
  const behind = sampled(photo, cutout, size);
  // A subject that covers everything leaves nothing to take a mean of: then it is blurred itself.
  const isCovered = behind.planes[3].every((weight) => weight === 0);
  const { planes } = filled(isCovered ? sampled(photo, null, size) : behind, boxes);
  const data = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  for (let c = 0; c < 3; c++) {
    const plane = planes[c] as Float32Array;
    for (let i = 0; i < plane.length; i++) data[i * 4 + c] = plane[i] as number;
  }
  return { ...size, data };
}

const shrunk = (side: number, factor: number) => Math.max(1, Math.round(side / factor));

/** The mean of each sample's own pixels. What a pixel has of the background is the photo less alpha times the subject's colour. */
function sampled(photo: Raster, cutout: Raster | null, { width, height }: Size): Samples {
  const planes: Planes = planesOf(width * height);
  const counts = new Float32Array(width * height);
  const columns = Int32Array.from({ length: photo.width }, (_, x) => Math.floor((x * width) / photo.width));
  for (let y = 0; y < photo.height; y++) {
    const row = Math.floor((y * height) / photo.height) * width;
    for (let x = 0; x < photo.width; x++) {
      const into = row + (columns[x] as number);
      counts[into] = (counts[into] as number) + 1;
      addPixel(planes, into, photo.data, cutout?.data ?? null, (y * photo.width + x) * 4);
    }
  }
  for (const plane of planes)
    for (let i = 0; i < plane.length; i++) plane[i] = (plane[i] as number) / (counts[i] as number);
  return { width, height, planes };
}

function addPixel(
  planes: Planes,
  into: number,
  photo: Uint8ClampedArray,
  cutout: Uint8ClampedArray | null,
  at: number,
): void {
  const alpha = cutout ? (cutout[at + 3] as number) : 0;
  if (alpha === 255) return;
  const share = alpha / 255;
  const [red, green, blue, weight] = planes;
  const most = 255 - alpha;
  red[into] = (red[into] as number) + rest(photo[at] as number, cutout?.[at] ?? 0, share, most);
  green[into] = (green[into] as number) + rest(photo[at + 1] as number, cutout?.[at + 1] ?? 0, share, most);
  blue[into] = (blue[into] as number) + rest(photo[at + 2] as number, cutout?.[at + 2] ?? 0, share, most);
  weight[into] = (weight[into] as number) + 1 - share;
}

/** Estimated colours are never quite right: no background is darker than black, nor brighter than white. */
function rest(both: number, subject: number, share: number, most: number): number {
  const left = both - subject * share;
  if (left < 0) return 0;
  return left > most ? most : left;
}

/** Means of the background alone, where there is enough of it within reach; of the rest a wider look decides. */
function filled({ planes, width, height }: Samples, radius: number): Samples {
  const blurred = planes.map((plane) => blur(plane.slice(), { width, height }, radius)) as unknown as Planes;
  const [, , , weight] = blurred;
  const isEnd = Math.max(width, height) <= RADIUS;
  const wider = isEnd || weight.every((share) => share >= ENOUGH) ? null : widened({ planes, width, height });
  for (let c = 0; c < 3; c++) {
    const plane = blurred[c] as Float32Array;
    const guess = wider?.[c];
    for (let i = 0; i < plane.length; i++) {
      const share = weight[i] as number;
      const known = share > 0 ? (plane[i] as number) / share : 0;
      const trust = guess ? Math.min(1, share / ENOUGH) : 1;
      plane[i] = guess ? known * trust + (guess[i] as number) * (1 - trust) : known;
    }
  }
  return { planes: blurred, width, height };
}

function widened({ planes, width, height }: Samples): readonly Float32Array[] {
  const [across, down] = [shrunk(width, WIDER), shrunk(height, WIDER)];
  const small = planes.map((data) => resizeMatte({ width, height, data }, across, down).data) as unknown as Planes;
  const { planes: means } = filled({ planes: small, width: across, height: down }, RADIUS);
  return means.slice(0, 3).map((data) => resizeMatte({ width: across, height: down, data }, width, height).data);
}

function blur(plane: Float32Array, size: Size, radius: number): Float32Array {
  for (let pass = 0; pass < 3 && radius > 0; pass++) boxMean(plane, size, radius);
  return plane;
}

function planesOf(length: number): Planes {
  return [new Float32Array(length), new Float32Array(length), new Float32Array(length), new Float32Array(length)];
}
