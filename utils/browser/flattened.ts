/** @throws Error when there is not enough memory for it */
export async function flattened(png: Blob, colour: string): Promise<Blob> {
  const worker = new Worker(new URL('./flatten.worker.ts', import.meta.url), { type: 'module' });
  try {
    const flat = await new Promise<Blob | null>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Blob | null>) => resolve(data));
      worker.addEventListener('error', () => resolve(null));
      worker.postMessage({ png, colour });
    });
    if (!flat) throw new Error('the cutout could not be drawn');
    return flat;
  } finally {
    worker.terminate();
  }
}
