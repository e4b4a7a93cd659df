/** The result card, an extension page inside a frame on the web page: `card.html#<jobId>/<language>/<theme>`. */
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from '@/utils/i18n/choose-language';
import { readAddress } from '@/utils/settings/card-address';
import { showTheme } from '@/utils/ui/show-theme';
import { createPort } from './background-port';
import { Card } from './Card';
import { nothingView } from './views';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Nothing is said or shown before the language is at hand. */
async function show(root: HTMLElement): Promise<void> {
  const { jobId, language, theme } = readAddress(location.hash.slice(1));
  showTheme(theme);
  document.documentElement.lang = await chooseLanguage(language, navigator.languages);
  createRoot(root).render(UUID.test(jobId) ? <Card port={createPort(jobId)} /> : nothingView());
}

const root = document.getElementById('root');
if (root) void show(root);

// The same frame may be pointed at the next job; a fresh page carries nothing over.
window.addEventListener('hashchange', () => location.reload());
