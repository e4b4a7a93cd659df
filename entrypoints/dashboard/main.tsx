/** The dashboard, in a tab of its own; `dashboard.html#privacy` opens that tab of it. */
import { createRoot } from 'react-dom/client';
import { MatteDb } from '@/utils/db';
import { ErrorBoundary } from '@/utils/pages/ErrorBoundary';
import { App } from './App';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <App db={new MatteDb()} />
    </ErrorBoundary>,
  );
}
