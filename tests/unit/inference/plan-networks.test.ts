import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { matteError } from '../../../utils/errors';
import type { ModelSpec } from '../../../utils/inference/model-table';
import { createPlanNetworks, isPlanned, type PlanDeps, type Planned } from '../../../utils/inference/plan-networks';
import { photo, smallNetwork } from './cpu/plans';

const { plan, halves } = smallNetwork('byte');
const sha256 = createHash('sha256').update(new Uint8Array(halves)).digest('hex');

const spec = {
  mean: [1, 2, 3],
  scale: [4, 5, 6],
  weights: { file: 'w.bin', bytes: halves.byteLength, sha256 },
  plan: { file: 'p.json', bytes: 0, sha256: '' },
} as unknown as Planned['spec'];

const looks = [
  { side: 32, flip: false },
  { side: 64, flip: true },
];

function world(files: Record<string, ArrayBuffer>) {
  const dismiss = vi.fn();
  const deps: PlanDeps = {
    read: async (name) => {
      const file = files[name];
      if (!file) throw matteError('model-missing', name);
      return file;
    },
    kernels: () => WebAssembly.compile(readFileSync('public/kernels/kernels.wasm')),
    gather: vi.fn(() => ({ ready: Promise.resolve(), dismiss })),
  };
  return { deps, dismiss };
}

const planFile = new TextEncoder().encode(JSON.stringify(plan)).buffer as ArrayBuffer;

function damaged(): ArrayBuffer {
  const copy = halves.slice();
  new Uint8Array(copy)[10] = 0x3f;
  return copy;
}

it('makes a net for each look, which say what the network sees', async () => {
  const { deps, dismiss } = world({ 'w.bin': halves, 'p.json': planFile });
  const networks = await createPlanNetworks([{ spec, looks }], deps);
  const [nets = []] = networks.nets;
  const inputs = nets.map(({ input, flip }) => ({ ...input, flip }));
  const numbers = { mean: [1, 2, 3], scale: [4, 5, 6] };
  expect(inputs).toEqual([
    { inputSize: 32, flip: false, ...numbers },
    { inputSize: 64, flip: true, ...numbers },
  ]);
  const matte = await nets[1]?.segment(photo(64));
  expect([matte?.width, matte?.height]).toEqual([64, 64]);
  expect(new Set(matte?.data).size).toBeGreaterThan(100);
  expect(dismiss).not.toHaveBeenCalled();
  await networks.release();
  expect(dismiss).toHaveBeenCalledOnce();
});

it.each([
  ['is cut short', () => halves.slice(0, 50), 'model-corrupt'],
  ['has one wrong byte', damaged, 'model-corrupt'],
] as const)('a weights file that %s is refused, and no helper stays', async (_, file, code) => {
  const { deps, dismiss } = world({ 'w.bin': file(), 'p.json': planFile });
  await expect(createPlanNetworks([{ spec, looks }], deps)).rejects.toMatchObject({ code });
  expect(dismiss).toHaveBeenCalledTimes(vi.mocked(deps.gather).mock.calls.length);
});

it('a file that is not there is said to be missing', async () => {
  const { deps } = world({ 'w.bin': halves });
  await expect(createPlanNetworks([{ spec, looks }], deps)).rejects.toMatchObject({ code: 'model-missing' });
});

it('a network without a plan is not for it', () => {
  expect(isPlanned({ spec: { ...spec, plan: undefined } as unknown as ModelSpec, looks })).toBe(false);
  expect(isPlanned({ spec, looks })).toBe(true);
});
