/** The toolbar popup; `popup.html#copy=<jobId>` also copies that cutout at once (the notification's Copy). */
import { createRoot } from 'react-dom/client';
import { MatteDb } from '@/utils/db';
import { DatabaseWatch } from '@/utils/pages/DatabaseWatch';
import { ErrorBoundary } from '@/utils/pages/ErrorBoundary';
import { App } from './App';
import { copyRequest } from './copy-request';

const root = document.getElementById('root');
if (root) {
  const db = new MatteDb();
  createRoot(root).render(
    <ErrorBoundary>
      <DatabaseWatch db={db}>
        <App db={db} copyId={copyRequest(location.hash)} />
      </DatabaseWatch>
    </ErrorBoundary>,
  );
}
