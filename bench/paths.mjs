import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../scripts/setup/paths.mjs';

/** This folder; it has packages of its own, so that nothing of the peer is among the product's. */
export const BENCH = fileURLToPath(new URL('.', import.meta.url));
/** What may be kept between runs. */
export const CACHE = join(ROOT, 'out', 'bench-cache');
export const PEER_DIST = join(BENCH, 'node_modules', '@imgly', 'background-removal', 'dist');
export const PEER_RUNTIME = join(BENCH, 'node_modules', 'onnxruntime-web', 'dist');
/** The models' package is a dependency of the root already: our own weights come from it too. */
export const PEER_DATA = join(ROOT, 'node_modules', '@imgly', 'background-removal-data', 'dist');
