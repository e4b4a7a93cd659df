/** The dashboard, in a tab of its own; `dashboard.html#privacy` opens that tab of it. */
import { createRoot } from 'react-dom/client';
import { MatteDb } from '@/utils/db';
import { DatabaseWatch } from '@/utils/pages/DatabaseWatch';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  const db = new MatteDb();
  createRoot(root).render(
    <DatabaseWatch db={db}>
      <App db={db} />
    </DatabaseWatch>,
  );
}
