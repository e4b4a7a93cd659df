/** Every picture the test sites serve, each with the truth that its cutout is measured against. */
import * as encode from '../../fixtures/encodings';
import { buildScene, type Scene, type SceneName, type Size } from '../../fixtures/scenes';

export interface Picture {
  readonly file: Buffer;
  readonly type: string;
  readonly size: Size;
  /** Alpha of the right cutout, 0–255. */
  readonly truth: Uint8Array;
}

type Encoder = (scene: Scene) => Promise<Buffer>;

const FORMATS = {
  'scene.png': ['landscape', 'image/png', encode.toPng],
  'portrait.png': ['portrait', 'image/png', encode.toPng],
  'square.png': ['square', 'image/png', encode.toPng],
  'wide.png': ['wide', 'image/png', encode.toPng],
  'scene.jpg': ['portrait', 'image/jpeg', encode.toJpeg],
  'scene.webp': ['landscape', 'image/webp', encode.toWebp],
  'scene.avif': ['landscape', 'image/avif', encode.toAvif],
  'scene.gif': ['square', 'image/gif', encode.toGif],
  'animated.gif': ['square', 'image/gif', encode.toAnimatedGif],
  'scene.svg': ['landscape', 'image/svg+xml', async (scene) => Buffer.from(scene.svg)],
  'deep.png': ['square', 'image/png', encode.toPng16],
  'display-p3.png': ['square', 'image/png', encode.toDisplayP3Png],
  'cmyk.jpg': ['portrait', 'image/jpeg', encode.toCmykJpeg],
  'mislabelled.jpg': ['square', 'image/jpeg', encode.toPng],
  'heavy.png': ['landscape', 'image/png', (scene) => encode.toHeavyPng(scene, 2_500_000)],
} as const satisfies Record<string, readonly [SceneName, string, Encoder]>;

export type PictureName = keyof typeof FORMATS | 'glass.png' | `exif-${encode.Orientation}.jpg`;
export type Pictures = Readonly<Record<PictureName, Picture>>;

export async function buildPictures(): Promise<Pictures> {
  const scenes = await buildScenes();
  const plain = Object.entries(FORMATS).map(async ([name, [scene, type, encoder]]) => {
    return [name, picture(scenes[scene], type, await encoder(scenes[scene]))] as const;
  });
  const turned = encode.ORIENTATIONS.map(async (orientation) => {
    const file = await encode.toOrientedJpeg(scenes.portrait, orientation);
    return [`exif-${orientation}.jpg`, picture(scenes.portrait, 'image/jpeg', file)] as const;
  });
  const { file, truth } = await encode.toHalfTransparentPng(scenes.landscape);
  const glass = { ...picture(scenes.landscape, 'image/png', file), truth };
  const entries = [...(await Promise.all([...plain, ...turned])), ['glass.png', glass] as const];
  return Object.fromEntries(entries) as Pictures;
}

function picture({ width, height, alpha }: Scene, type: string, file: Buffer): Picture {
  return { file, type, size: { width, height }, truth: alpha };
}

async function buildScenes(): Promise<Record<SceneName, Scene>> {
  const [landscape, portrait, square, wide] = await Promise.all([
    buildScene('landscape'),
    buildScene('portrait'),
    buildScene('square'),
    buildScene('wide'),
  ]);
  return { landscape, portrait, square, wide };
}
