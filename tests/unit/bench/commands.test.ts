/** The benchmarks but for their browsers: what they are asked, what they pair, what they print. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../scripts/load';

const { readSpeedArgs } = await load('../bench/speed/args.mjs');
const { readQualityArgs } = await load('../bench/quality/args.mjs');
const { formatGroups, summarise } = await load('../bench/quality/summary.mjs');
const { casesOfFolders, casesOfManifest, spread } = await load('../bench/quality/cases.mjs');
const { createPeerCutouts } = await load('../bench/quality/peer-cutouts.mjs');
const { listResources } = await load('../bench/peer/resources.mjs');
const { mix } = await load('../bench/quality/scenes.mjs');

const folder = () => mkdtempSync(join(tmpdir(), 'matte-bench-'));

describe('arguments', () => {
  it('bench: all qualities, the most important first; --quick only that one', () => {
    expect(readSpeedArgs([])).toMatchObject({ problem: null, quick: false, qualities: ['balanced', 'fast', 'best'] });
    expect(readSpeedArgs(['--quick'])).toMatchObject({ quick: true, qualities: ['balanced'] });
    expect(readSpeedArgs(['--quality', 'fast,best']).qualities).toEqual(['fast', 'best']);
  });

  it('--json alone is stdout, with a name a file', () => {
    expect(readSpeedArgs(['--json', '--quick'])).toMatchObject({ json: '-', quick: true });
    expect(readSpeedArgs(['--quick', '--json'])).toMatchObject({ json: '-' });
    expect(readSpeedArgs(['--json', 'a.json']).json).toBe('a.json');
    expect(readQualityArgs([]).json).toBeUndefined();
  });

  it('says what is wrong', () => {
    expect(readSpeedArgs(['--quality', 'good']).problem).toContain('--quality');
    expect(readSpeedArgs(['--slow']).problem).toContain('--slow');
    expect(readQualityArgs(['--limit', '0']).problem).toContain('--limit');
    expect(readQualityArgs(['--images', 'x']).problem).toContain('together');
    expect(readQualityArgs(['--backend', 'cpu']).problem).toContain('cpu');
    expect(readQualityArgs(['--limit', '3'])).toMatchObject({ problem: null, limit: 3, qualities: ['balanced'] });
  });
});

describe('quality summary', () => {
  const scores = (mae: number, softMae: number | null) => ({
    mae,
    mse: mae,
    softMae,
    gradient: 1,
    fringe: null,
    iou: 0.8,
    fBeta: 0.9,
    boundaryF: 0.7,
  });
  const photo = (kind: string, ours: number, theirs: number, soft: number | null = null) => ({
    kind,
    ours: scores(ours, soft),
    theirs: scores(theirs, soft === null ? null : 2 * soft),
  });

  it('means per kind and over the photos; scenes apart; figures that some have not are means of the others', () => {
    const groups = summarise([photo('scene', 1, 1), photo('alpha', 0.1, 0.2, 0.2), photo('binary', 0.3, 0.2)]);
    expect(groups.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toEqual([
      ['alpha', 1],
      ['binary', 1],
      ['scene', 1],
      ['total', 2],
    ]);
    const total = groups.at(-1);
    expect(total.ours.mae).toBeCloseTo(0.2, 12);
    expect(total.ratio.mae).toBeCloseTo(1, 12);
    expect(total.ratio.softMae).toBe(0.5);
    expect(total.ratio.fringe).toBeNull();
    expect(formatGroups(groups)).toMatch(/alpha \(1\) +ours +0\.1000/);
  });

  it('without photos the total is that of the scenes', () => {
    expect(summarise([photo('scene', 0.5, 1)]).at(-1)).toMatchObject({ kind: 'total', count: 1, ratio: { mae: 0.5 } });
  });
});

describe('pictures', () => {
  it('a manifest names them', () => {
    const at = folder();
    writeFileSync(join(at, 'manifest.csv'), 'name,image,mask,kind\r\na,images/a.jpg,masks/a.png,alpha\r\n');
    expect(casesOfManifest(at)).toEqual([
      { name: 'a', kind: 'alpha', image: join(at, 'images/a.jpg'), mask: join(at, 'masks/a.png') },
    ]);
  });

  it('two folders are paired by name', () => {
    const at = folder();
    for (const [where, name] of [
      ['i', 'a.jpg'],
      ['i', 'b.jpg'],
      ['i', 'notes.txt'],
      ['m', 'a.png'],
      ['m', 'c.png'],
    ] as const) {
      mkdirSync(join(at, where), { recursive: true });
      writeFileSync(join(at, where, name), '');
    }
    const cases = casesOfFolders(join(at, 'i'), join(at, 'm'));
    expect(cases).toEqual([{ name: 'a', kind: 'photo', image: join(at, 'i/a.jpg'), mask: join(at, 'm/a.png') }]);
  });

  it('a limit takes them evenly', () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7], 3)).toEqual([0, 2, 5]);
    expect(spread([0, 1], 3)).toEqual([0, 1]);
  });

  it('a scene is α·F + (1 − α)·B, with grain only behind', () => {
    const [clear, half, opaque] = mix([0, 102, 255], [200, 200, 200], [100, 100, 100]);
    expect(Math.abs(clear - 100)).toBeLessThanOrEqual(6);
    expect(Math.abs(half - 140)).toBeLessThanOrEqual(4);
    expect(opaque).toBe(200);
  });
});

describe('the peer', () => {
  it('its cutouts are made once per picture and model', async () => {
    const at = folder();
    const [image, png] = [join(at, 'photo.jpg'), join(at, 'result.png')];
    writeFileSync(image, 'photo');
    writeFileSync(png, 'cutout');
    const asked: string[] = [];
    const open = async () => ({
      cut: async (_file: string, { model }: { model: string }) => asked.push(model),
      save: (use: (path: string) => void) => use(png),
      close: async () => asked.push('closed'),
    });
    for (const fresh of [false, false, true]) {
      const cutouts = createPeerCutouts(open, { fresh, folder: join(at, 'cache') });
      await cutouts.of(image, 'isnet_fp16');
      await cutouts.of(image, 'isnet_fp16');
      await cutouts.close();
    }
    expect(asked).toEqual(['isnet_fp16', 'closed', 'isnet_fp16', 'closed']);
  });

  it('is served the models under the names it asks for', () => {
    const chunks = [{ hash: 'abc', offsets: [0, 4] }];
    const packaged = { '/models/medium': { size: 4, chunks }, '/models/small': { size: 4, chunks } };
    const resources = listResources(packaged, () => 7);
    expect(resources['/models/isnet_fp16']).toEqual({
      size: 4,
      mime: 'application/octet-stream',
      chunks: [{ name: '/data/abc', offsets: [0, 4] }],
    });
    expect(resources['/onnxruntime-web/ort-wasm-simd-threaded.jsep.wasm'].chunks).toEqual([
      { name: '/runtime/ort-wasm-simd-threaded.jsep.wasm', offsets: [0, 7] },
    ]);
    expect(Object.keys(resources)).toHaveLength(6);
  });
});
