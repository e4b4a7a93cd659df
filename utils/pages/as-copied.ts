import { flattened } from '@/utils/browser/flattened';
import type { MatteDb } from '@/utils/db';
import { readSettings } from '@/utils/settings/settings-store';

const WHITE = '#ffffff';

/** What Copy puts on the clipboard: the cutout as it is, or on white if somebody chose that. Without memory for it: as it is. */
export async function asCopied(db: MatteDb, cutout: Blob): Promise<Blob> {
  const { copyBackground } = await readSettings(db);
  return copyBackground === 'white' ? flattened(cutout, WHITE).catch(() => cutout) : cutout;
}
