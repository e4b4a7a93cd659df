/** Does a share of the rows of whatever network the engine worker runs; made and ended by it (utils/inference/cpu/crew.ts). */
import type { Invitation } from '@/utils/inference/cpu/crew';
import { instantiate } from '@/utils/inference/cpu/kernels';

self.onmessage = async ({ data: { module, memory } }: MessageEvent<Invitation>) => {
  const kernels = await instantiate(module, memory);
  self.postMessage('ready');
  kernels.help();
};
