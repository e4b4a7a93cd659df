/** What opens once, when Matte has been installed: one page, nothing to click through. */
import { createRoot } from 'react-dom/client';
import { createSessionKeys } from '@/utils/browser/session-keys';
import { MatteDb } from '@/utils/db';
import { DatabaseWatch } from '@/utils/pages/DatabaseWatch';
import { KEY_CODEC } from '@/utils/vault/bytes';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  const vault = { db: new MatteDb(), keys: createSessionKeys(KEY_CODEC) };
  createRoot(root).render(
    <DatabaseWatch db={vault.db}>
      <App vault={vault} />
    </DatabaseWatch>,
  );
}
