/** ONNX Runtime after its device is lost, played by a double: what it is still asked for, and what is made of its silence. */
import { createHash } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { modelSpec } from '@/utils/inference/model-table';
import type { Networks } from '@/utils/inference/network';

const never = new Promise<never>(() => {});

/** The double: `create` and `device` are the test's. */
const ort = vi.hoisted(() => ({
  env: { wasm: {}, webgpu: {} as { device?: Promise<{ lost: Promise<object> }> } },
  InferenceSession: { create: (): Promise<unknown> => Promise.reject(new Error('not played')) },
}));
vi.mock('onnxruntime-web/jspi', () => ort);

const [isnet, halves] = [modelSpec('isnet'), new Uint8Array([0, 60])];
const sha256 = createHash('sha256').update(halves).digest('hex');
const spec = { ...isnet, weights: { file: 'weights', bytes: 2, sha256 } };
const asked = [spec, spec].map((each) => ({ spec: each, looks: [{ side: 64, flip: false }] }));

const sayTo = (lost: (how: object) => void) => (reason: string) => lost({ reason, message: 'gone' });

let log: string[];
let lose: (reason: string) => void;
/** A fresh worker has a module of its own. */
let createNetworks: () => Promise<Networks>;

beforeEach(async () => {
  log = [];
  let sessions = 0;
  delete ort.env.webgpu.device;
  ort.InferenceSession.create = async () => {
    log.push('create');
    if (sessions++ === 0)
      ort.env.webgpu.device = Promise.resolve({ lost: new Promise((lost) => (lose = sayTo(lost))) });
    return { release: async () => void log.push(`release ${--sessions}`) };
  };
  vi.resetModules();
  const { createOrtNetworks } = await import('@/utils/inference/ort-networks');
  createNetworks = () => createOrtNetworks('webgpu-fp32', asked, async () => halves.slice().buffer);
});

it('a lost device is told, and nothing is released: a run may still be suspended in ORT', async () => {
  const { lost, release } = await createNetworks();
  lose('unknown');
  expect(await lost).toBe('unknown: gone');
  await release();
  expect(log).toEqual(['create', 'create']);
});

it('after that only another worker goes on', async () => {
  const { lost } = await createNetworks();
  lose('unknown');
  await lost;
  await expect(createNetworks()).rejects.toThrow('the runtime has lost its device here');
  expect(log).toEqual(['create', 'create']);
});

it('a device that ends because its sessions are released is not lost', async () => {
  const { lost, release } = await createNetworks();
  await release();
  lose('destroyed');
  await lost;
  await createNetworks();
  expect(log).toEqual(['create', 'create', 'release 1', 'release 0', 'create', 'create']);
});

it.each([
  ['fails', () => Promise.reject(new Error('unreachable'))],
  ['never answers', () => never],
])('a device that is lost between two sessions is lost, whether the second %s', async (_, second) => {
  const first = ort.InferenceSession.create;
  ort.InferenceSession.create = () => {
    ort.InferenceSession.create = second;
    return first();
  };
  setTimeout(() => lose('unknown'), 20);
  await expect(createNetworks()).rejects.toMatchObject({ reason: 'device-lost', message: 'unknown: gone' });
  expect(log).toEqual(['create']);
});

it('a GPU that is gone before ORT asks for it is lost as well: ORT would go on saying so', async () => {
  ort.InferenceSession.create = () =>
    Promise.reject(new Error('no available backend found. Failed to get GPU adapter.'));
  await expect(createNetworks()).rejects.toMatchObject({ reason: 'device-lost' });
  await expect(createNetworks()).rejects.toThrow('the runtime has lost its device here');
});

it('a session that cannot be made on a sound device is the rung’s fault, and the other one is released', async () => {
  const first = ort.InferenceSession.create;
  ort.InferenceSession.create = () => {
    ort.InferenceSession.create = () => Promise.reject(new Error('no such shader'));
    return first();
  };
  await expect(createNetworks()).rejects.toMatchObject({ reason: 'start', message: 'no such shader' });
  expect(log).toEqual(['create', 'release 0']);
});
