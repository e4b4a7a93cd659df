/**
 * How a surface looked when somebody last looked at it and liked it. Pictures are kept with 64 colours, a third of their
 * size; `UPDATE_GOLDENS=1` writes them anew. Two machines draw text a little differently, so two tolerances: a channel may be
 * `CHANNEL` off, and `SHARE` of them may be further off than that.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const FOLDER = join(import.meta.dirname, 'goldens');
const REPORTS = join('out', 'goldens');
const COLOURS = 64;
/** Of 255: more than what 64 colours and another antialiasing make of a pixel. */
const CHANNEL = 48;
/** A line of text that has moved by a pixel is about 0.5 % of a page; a caret is 0.002 %. */
const SHARE = 0.004;
const PATIENCE_MS = 2000;

/** Where the letters of the goldens are at hand (scripts/setup/fonts.mjs); elsewhere every page would look different. */
export const CAN_JUDGE = ['dejavu/DejaVuSans.ttf', 'droid/DroidSansFallbackFull.ttf'].every((font) =>
  existsSync(join('/usr/share/fonts/truetype', font)),
);

/** Goldens are written and not compared. */
export const IS_WRITING = Boolean(process.env.UPDATE_GOLDENS);

/** What is wrong with how it looks, or null: a page that is opening is looked at again. What differs is written to out/goldens. */
export async function judge(name: string, shoot: () => Promise<Buffer>): Promise<string | null> {
  const path = join(FOLDER, `${name}.png`);
  if (IS_WRITING) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(
      path,
      await sharp(await shoot())
        .png({ palette: true, colours: COLOURS, effort: 10 })
        .toBuffer(),
    );
    return null;
  }
  const golden = await readFile(path).then(raw, () => null);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const shot = await shoot();
    const complaint = golden ? compare(golden, await raw(shot)) : 'there is no golden';
    if (!complaint) return null;
    if (golden && Date.now() < deadline) continue;
    await mkdir(REPORTS, { recursive: true });
    await writeFile(join(REPORTS, `${name}.png`), shot);
    return `${name}: ${complaint}`;
  }
}

interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function raw(picture: Buffer): Promise<Raw> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function compare(golden: Raw, shot: Raw): string | null {
  if (golden.width !== shot.width || golden.height !== shot.height) {
    return `${shot.width} × ${shot.height} instead of ${golden.width} × ${golden.height}`;
  }
  let far = 0;
  // Channels are counted, not pixels: where one is far off, most often all three are.
  for (let i = 0; i < golden.data.length; i++) {
    const off = (golden.data[i] ?? 0) - (shot.data[i] ?? 0);
    if (off > CHANNEL || off < -CHANNEL) far++;
  }
  const share = far / golden.data.length;
  return share > SHARE ? `${(share * 100).toFixed(2)} % of it looks different` : null;
}
