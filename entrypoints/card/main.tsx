/** The result card, an extension page inside a frame on the web page: `card.html#<jobId>`. */
import { createRoot } from 'react-dom/client';
import { createPort } from './background-port';
import { Card } from './Card';
import { nothingView } from './views';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const jobId = location.hash.slice(1);
const root = document.getElementById('root');
if (root) createRoot(root).render(UUID.test(jobId) ? <Card port={createPort(jobId)} /> : nothingView());

// The same frame may be pointed at the next job; a fresh page carries nothing over.
window.addEventListener('hashchange', () => location.reload());
