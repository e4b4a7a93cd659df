/**
 * The peer's cutouts. They never change for a photo, a model and a version, and take minutes: so each is kept under
 * out/bench-cache, named by what it depends on. The browser starts with the first one that is missing.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../paths.mjs';

/** Version of the peer and of its models' package: part of every name. */
const VERSION = '1.7.0-1.4.5';

/**
 * @param {() => Promise<{cut: Function, save: Function, close: Function}>} open starts the peer
 * @param {{fresh?: boolean, folder?: string}} [options] `fresh` makes all of them anew
 */
export function createPeerCutouts(open, { fresh = false, folder = join(CACHE, 'peer') } = {}) {
  let opening = null;
  const made = new Set();

  async function close() {
    const peer = await opening?.catch(() => null);
    opening = null;
    await peer?.close().catch(() => {});
  }

  async function make(image, model, path) {
    opening ??= open();
    const peer = await opening;
    await peer.cut(image, { model });
    mkdirSync(folder, { recursive: true });
    // A rename is all or nothing: an interrupted run leaves no half picture behind.
    await peer.save((png) => copyFileSync(png, `${path}.part`));
    renameSync(`${path}.part`, path);
    made.add(path);
  }

  return {
    /** Path of the peer's PNG of `image`. */
    async of(image, model) {
      const path = join(folder, cacheName(readFileSync(image), model));
      if (made.has(path) || (!fresh && existsSync(path))) return path;
      try {
        await make(image, model, path);
      } catch (error) {
        // The next picture gets a new browser: this one may be gone.
        await close();
        throw error;
      }
      return path;
    },
    close,
  };
}

export function cacheName(bytes, model) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  return `${hash}-${model}-${VERSION}.png`;
}
