/** What Chrome itself says (name, description, commands): `_locales/<language>/messages.json` from `locales/`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES } from '../../utils/i18n/language';

interface GeneratedFile {
  readonly contents: string;
  readonly relativeDest: string;
}

export function chromeMessages(): GeneratedFile[] {
  return LANGUAGES.map((language) => {
    const said: Record<string, string> = JSON.parse(readFileSync(resolve(`locales/${language}/manifest.json`), 'utf8'));
    const messages = Object.fromEntries(Object.entries(said).map(([key, message]) => [key, { message }]));
    // Chrome writes a region with an underscore.
    const relativeDest = `_locales/${language.replace('-', '_')}/messages.json`;
    return { contents: JSON.stringify(messages, null, 2), relativeDest };
  });
}
