/**
 * The list of files that @imgly/background-removal 1.7.0 asks its server for: `resources.json`. Its own copy on npm is
 * empty and its data package 1.4.5 uses older names, so the list is made here from what is installed: the models of the
 * data package under today's names, and the runtime that the library itself depends on.
 */

/** Which file of the data package is which model of 1.7.0. */
const MODELS = { isnet_fp16: '/models/medium', isnet_quint8: '/models/small' };
const RUNTIME = {
  'ort-wasm-simd-threaded.mjs': 'text/javascript',
  'ort-wasm-simd-threaded.wasm': 'application/wasm',
  'ort-wasm-simd-threaded.jsep.mjs': 'text/javascript',
  'ort-wasm-simd-threaded.jsep.wasm': 'application/wasm',
};

/**
 * @param {Record<string, {size: number, chunks: {hash: string, offsets: number[]}[]}>} packaged resources.json of the data package
 * @param {(name: string) => number} sizeOf bytes of a runtime file
 */
export function listResources(packaged, sizeOf) {
  const models = Object.entries(MODELS).map(([name, source]) => {
    const { size, chunks } = packaged[source];
    const named = chunks.map(({ hash, offsets }) => ({ name: `/data/${hash}`, offsets }));
    return [`/models/${name}`, { size, mime: 'application/octet-stream', chunks: named }];
  });
  const runtime = Object.entries(RUNTIME).map(([name, mime]) => {
    const size = sizeOf(name);
    return [`/onnxruntime-web/${name}`, { size, mime, chunks: [{ name: `/runtime/${name}`, offsets: [0, size] }] }];
  });
  return Object.fromEntries([...models, ...runtime]);
}
