/** The toolbar popup; `popup.html#copy=<jobId>` also copies that cutout at once (the notification's Copy). */
import { createRoot } from 'react-dom/client';
import { isPanel } from '@/utils/browser/side-panel';
import { MatteDb } from '@/utils/db';
import { ErrorBoundary } from '@/utils/pages/ErrorBoundary';
import { App } from './App';
import { copyRequest } from './copy-request';

document.documentElement.toggleAttribute('data-panel', isPanel(location.hash));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <App db={new MatteDb()} copyId={copyRequest(location.hash)} />
    </ErrorBoundary>,
  );
}
