import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, matteError } from '@/utils/errors';
import { faultOf, lossSignal, onRung, RungFault } from '@/utils/inference/rung-fault';
import { FreshWorkerNeeded } from '@/utils/inference/thread-gate';

describe('what a start or run that threw means', () => {
  it.each<[string, unknown, string]>([
    ['something that ORT says', new Error('Non-zero status code returned while running Conv node'), 'run'],
    ['an output that is not there', matteError('inference-failed', 'no output'), 'run'],
    ['no memory on the GPU', new Error('WebGPU device error(2): Out of memory'), 'memory'],
    ['no room for a buffer', new RangeError('Array buffer allocation failed'), 'memory'],
  ])('on a GPU rung: %s', (_, error, reason) => {
    expect(faultOf('webgpu-fp16', 'run', error)).toMatchObject({ reason });
    expect(faultOf('webgpu-fp16', 'run', error)).toBeInstanceOf(RungFault);
  });

  it.each(['no available backend found. Failed to get GPU adapter.', 'Failed to get a WebGPU device.'])(
    'a GPU that was there a moment ago, and is not: %s',
    (message) => {
      expect(faultOf('webgpu-fp16', 'start', new Error(message))).toMatchObject({ reason: 'device-lost' });
    },
  );

  it.each([new RangeError('Array buffer allocation failed'), new Error('std::bad_alloc')])(
    'on a CPU rung, no memory is nobody’s fault: %s',
    (error) => {
      expect(faultOf('wasm-threads', 'run', error)).toMatchObject({ code: 'out-of-memory', cause: error });
    },
  );

  it.each<ErrorCode>(['model-missing', 'model-corrupt', 'out-of-memory'])('%s is passed on', (code) => {
    const error = matteError(code);
    expect(faultOf('webgpu-fp32', 'start', error)).toBe(error);
  });

  it('a worker that is needed is no fault', () => {
    const error = new FreshWorkerNeeded();
    expect(faultOf('wasm', 'start', error)).toBe(error);
  });

  it('is told in one short line', () => {
    const { message } = faultOf('wasm', 'run', new Error(`a\n  b\tc ${'x'.repeat(500)}`)) as RungFault;
    expect(message).toMatch(/^a b c x+$/);
    expect(message.length).toBeLessThanOrEqual(200);
  });
});

describe('a run', () => {
  it.each([
    ['answers', () => Promise.resolve('an answer')],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('that %s leaves nothing behind on the device’s loss, which outlives a thousand runs', async (_, work) => {
    const loss = lossSignal(new Promise(() => {}));
    await onRung('wasm', 'run', loss, work()).catch(() => {});
    expect(getEventListeners(loss, 'abort')).toHaveLength(0);
  });

  it('on a device that is already lost does not wait for an answer', async () => {
    const loss = lossSignal(Promise.resolve('the lid was closed'));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(onRung('webgpu-fp16', 'run', loss, new Promise(() => {}))).rejects.toMatchObject({
      reason: 'device-lost',
      message: 'the lid was closed',
    });
  });

  it('on a CPU rung fails at once: there is no device to wait for', async () => {
    const began = performance.now();
    await onRung('wasm', 'run', lossSignal(new Promise(() => {})), Promise.reject(new Error('no'))).catch(() => {});
    expect(performance.now() - began).toBeLessThan(50);
  });
});
