import { describe, expect, it } from 'vitest';
import { modelSpec } from '../../../utils/inference/model-table';

describe('modelSpec', () => {
  const { graphs, weights, ...isnet } = modelSpec('isnet');

  it('describes how a picture becomes a tensor', () => {
    expect(isnet).toMatchObject({ layout: 'NCHW', channelOrder: 'RGB', mean: 128, scale: 256, inputSize: 1024 });
  });

  it('names the tensor types of both graphs', () => {
    expect(graphs.f16).toMatchObject({ inputType: 'float16', outputType: 'float16' });
    expect(graphs.f32).toMatchObject({ inputType: 'float32', outputType: 'float32' });
  });

  it('lets the f16 graph read the weights file itself, the f32 graph a widened copy under another name', () => {
    expect(graphs.f16.weightsPath).toBe(weights.file);
    expect(graphs.f32.weightsPath).not.toBe(weights.file);
  });

  it.each([graphs.f16, graphs.f32, weights])('pins $file by length and hash', ({ bytes, sha256 }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses an id that is not in the table', () => {
    expect(() => modelSpec('u2net')).toThrow(expect.objectContaining({ code: 'model-missing' }));
  });
});
