/** WebGPU in Node: Dawn, put where ONNX Runtime Web looks for it. No imports but Node's: it is packed as it is. */
import { pathToFileURL } from 'node:url';

/**
 * @param {string} dawnPath index.js of the npm package `webgpu`
 * @returns {Promise<GPUAdapter | null>} null when there is no GPU, or only a software one that was not asked for
 */
export async function openAdapter(dawnPath, { software }) {
  const { create, globals } = await import(pathToFileURL(dawnPath).href);
  Object.assign(globalThis, globals);
  const gpu = create([]);
  // Node's own `navigator` has no `gpu` and cannot be given one.
  const { hardwareConcurrency, userAgent } = globalThis.navigator;
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu, hardwareConcurrency, userAgent },
    configurable: true,
  });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  return adapter && (software || !adapter.info.isFallbackAdapter) ? adapter : null;
}

/** What identifies the adapter and limits the network on it. */
export function describeAdapter({ info, features, limits }) {
  return {
    vendor: info.vendor,
    architecture: info.architecture,
    device: info.device,
    description: info.description,
    software: info.isFallbackAdapter,
    features: [...features].sort(),
    maxBufferMiB: Math.round(limits.maxBufferSize / 2 ** 20),
    maxStorageBindingMiB: Math.round(limits.maxStorageBufferBindingSize / 2 ** 20),
  };
}
