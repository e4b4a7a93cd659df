import { type Language, languageFor } from '@/utils/i18n/language';
import { locale } from '@/utils/i18n/say';
import german from '../../../locales/de/PRIVACY.md?raw';
import chinese from '../../../locales/zh-CN/PRIVACY.md?raw';
import english from '../../../PRIVACY.md?raw';
import { readPromises } from './promises';

const MARKDOWN: Readonly<Record<Language, string>> = { en: english, de: german, 'zh-CN': chinese };

/** PRIVACY.md, as it lies in the repository, in the language that is spoken. */
export function Promises() {
  const groups = readPromises(MARKDOWN[languageFor('auto', [locale()])]);
  return (
    <div className="promises">
      {groups.map(({ title, promises }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {promises.map(({ id, sentence }) => (
              <li key={id} id={id}>
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
