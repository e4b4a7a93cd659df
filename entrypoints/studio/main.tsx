/** The studio, in a tab of its own: `studio.html#<jobId>` frames, places and exports that cutout; without one it takes a picture. */
import { createRoot } from 'react-dom/client';
import { createSessionKeys } from '@/utils/browser/session-keys';
import { MatteDb } from '@/utils/db';
import { DatabaseWatch } from '@/utils/pages/DatabaseWatch';
import { KEY_CODEC } from '@/utils/vault/bytes';
import { App } from './App';
import { createHost } from './host';

const root = document.getElementById('root');
if (root) {
  const host = createHost(() => new Worker(new URL('./studio.worker.ts', import.meta.url), { type: 'module' }));
  const vault = { db: new MatteDb(), keys: createSessionKeys(KEY_CODEC) };
  createRoot(root).render(
    <DatabaseWatch db={vault.db}>
      <App vault={vault} host={host} entryId={location.hash.slice(1)} />
    </DatabaseWatch>,
  );
}
