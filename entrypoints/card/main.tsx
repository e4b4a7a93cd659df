/** The result card, an extension page inside a frame on the web page: `card.html#<jobId>`. */
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from '@/utils/i18n/choose-language';
import type { CardManners } from '@/utils/messaging';
import { DEFAULTS } from '@/utils/settings/settings';
import { showTheme } from '@/utils/ui/show-theme';
import { createPort } from './background-port';
import { Card } from './Card';
import { nothingView } from './views';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNGREETED: CardManners = { ...DEFAULTS, host: '' };

/** Nothing is said or shown before language and theme are known. */
async function show(root: HTMLElement): Promise<void> {
  const jobId = location.hash.slice(1);
  const port = createPort(jobId);
  const manners = (await port.greet().catch(() => null)) ?? UNGREETED;
  showTheme(manners.theme);
  document.documentElement.lang = await chooseLanguage(manners.language, navigator.languages);
  createRoot(root).render(UUID.test(jobId) ? <Card port={port} manners={manners} /> : nothingView());
}

const root = document.getElementById('root');
if (root) void show(root);

// The same frame may be pointed at the next job; a fresh page carries nothing over.
window.addEventListener('hashchange', () => location.reload());
