/** The worker that puts the preset on cutouts, as whoever packs them sees it. */
import { type ErrorCode, matteError } from '@/utils/errors';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';

export type Finished = { readonly ok: true; readonly file: Blob } | { readonly ok: false; readonly code: ErrorCode };

export interface Finisher {
  /** Asked for one at a time. Without edits it is the cutout itself. @throws MatteError */
  finish(cutout: Blob, edits: Edits): Promise<Blob>;
  close(): void;
}

export function createFinisher(): Finisher {
  const worker = new Worker(new URL('./finish.worker.ts', import.meta.url), { type: 'module', name: 'matte-batch' });
  return {
    async finish(cutout, edits) {
      if (JSON.stringify(edits) === JSON.stringify(NO_EDITS)) return cutout;
      const { promise, resolve } = Promise.withResolvers<Finished>();
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => resolve({ ok: false, code: 'engine-crashed' });
      worker.postMessage({ cutout, edits });
      const finished = await promise;
      if (!finished.ok) throw matteError(finished.code);
      return finished.file;
    },
    close: () => worker.terminate(),
  };
}
