import { useEffect } from 'react';
import { LANGUAGES, type LanguageWish, OWN_NAMES } from '@/utils/i18n/language';
import { say } from '@/utils/i18n/say';
import { Segments } from './controls';
import { useDesk } from './desk';

/** Another language makes the whole page anew (utils/pages/Spoken.tsx): whoever chose it goes on where they were. */
const COMES_BACK_WITHIN_MS = 10_000;
let chosen: { readonly language: LanguageWish; readonly at: number } | null = null;

/** Every open page of Matte follows at once. */
export function LookSettings() {
  const { settings, set, tell } = useDesk();
  useEffect(() => {
    const back = chosen && Date.now() - chosen.at < COMES_BACK_WITHIN_MS ? chosen : null;
    chosen = null;
    if (!back) return;
    // By its value: which one is checked is still being read.
    document.querySelector<HTMLElement>(`[name="language"][value="${back.language}"]`)?.focus();
    tell({ id: 'language', problem: null });
  }, [tell]);
  return (
    <>
      <Segments
        id="language"
        value={settings.language}
        options={[
          ['auto', say('settings.automatic')],
          ...LANGUAGES.map((language) => [language, <span lang={language}>{OWN_NAMES[language]}</span>] as const),
        ]}
        onChoose={(language) => {
          chosen = { language, at: Date.now() };
          void set('language', language);
        }}
      />
      <Segments
        id="theme"
        value={settings.theme}
        options={[
          ['auto', say('settings.automatic')],
          ['light', say('settings.light')],
          ['dark', say('settings.dark')],
        ]}
        onChoose={(theme) => void set('theme', theme)}
      />
    </>
  );
}
