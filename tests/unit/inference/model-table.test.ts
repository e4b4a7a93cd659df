import { describe, expect, it } from 'vitest';
import { type GraphSpec, modelSpec } from '../../../utils/inference/model-table';

const isnet = modelSpec('isnet');
const u2netp = modelSpec('u2netp');

describe('modelSpec', () => {
  it('describes how a picture becomes a tensor', () => {
    const shared = { layout: 'NCHW', channelOrder: 'RGB' };
    expect(isnet).toMatchObject({ ...shared, mean: [128, 128, 128], scale: [256, 256, 256], inputSize: 1024 });
    // The mean and deviation of ImageNet, in bytes: what U²-Net was trained with.
    const [mean, deviation] = [
      [0.485, 0.456, 0.406],
      [0.229, 0.224, 0.225],
    ].map((shares) => shares.map((share) => expect.closeTo(255 * share, 6)));
    expect(u2netp).toMatchObject({ ...shared, mean, scale: deviation, inputSize: 320 });
  });

  it.each([isnet, u2netp])('names the tensor types of $id’s graphs', ({ graphs }) => {
    expect(graphs.f16).toMatchObject({ inputType: 'float16', outputType: 'float16' });
    expect(graphs.f32).toMatchObject({ inputType: 'float32', outputType: 'float32' });
  });

  it('has a plan of both, IS-Net’s on bytes', () => {
    expect(isnet.plan?.onBytes).toBe(true);
    expect(u2netp.plan?.onBytes).toBeUndefined();
  });

  it.each([isnet, u2netp])('lets only the f16 graph of $id read the weights file itself', ({ graphs, weights }) => {
    const { f16, ...made } = graphs;
    expect(f16.weightsPath).toBe(weights.file);
    const names = Object.values<GraphSpec>(made).map(({ weightsPath }) => weightsPath);
    expect(names).not.toContain(weights.file);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(
    [isnet, u2netp].flatMap(({ graphs: { f16, f32 }, weights, plan }) => [f16, f32, weights, ...(plan ? [plan] : [])]),
  )('pins $file by length and hash', ({ bytes, sha256 }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses an id that is not in the table', () => {
    expect(() => modelSpec('u2net')).toThrow(expect.objectContaining({ code: 'model-missing' }));
  });
});
