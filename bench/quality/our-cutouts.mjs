/** Our cutouts, through the built extension. One browser for all; a new one after a picture that brought it down. */
import { openOurs } from '../ours/session.mjs';

export function createOurCutouts(open = openOurs) {
  let opening = null;

  async function close() {
    const session = await opening?.catch(() => null);
    opening = null;
    await session?.close().catch(() => {});
  }

  return {
    /** `use` gets the PNG's path. @returns {Promise<{saidNone: boolean}>} true when Matte had seen no subject */
    async of(image, wish, use) {
      opening ??= open();
      try {
        const session = await opening;
        const job = await session.cut(image, wish);
        if (job.status !== 'done') throw new Error(`the job ended ${job.status}: ${job.error}`);
        await session.save(use);
        return { saidNone: job.saidNone };
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}
