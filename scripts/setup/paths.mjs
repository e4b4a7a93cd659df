import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where `wxt build` puts the extension. */
export const BUILT = fileURLToPath(new URL('../../.output/chrome-mv3/', import.meta.url));
