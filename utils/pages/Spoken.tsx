/**
 * The language and the theme that somebody chose, around a whole page. Nothing is shown before both are known (a read of
 * one small table), so nobody sees the page change; a change in another page is followed at once.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { chooseLanguage } from '@/utils/i18n/choose-language';
import type { Language, LanguageWish } from '@/utils/i18n/language';
import { DEFAULTS } from '@/utils/settings/settings';
import { readSettings } from '@/utils/settings/settings-store';
import { showTheme } from '@/utils/ui/show-theme';

export interface SpokenProps {
  readonly db: MatteDb;
  readonly children: ReactNode;
}

export function Spoken({ db, children }: SpokenProps) {
  const settings = useLiveQuery(async () => readSettings(db).catch(() => DEFAULTS), [db]);
  const language = useLanguage(settings?.language);
  const theme = settings?.theme;
  useEffect(() => {
    if (theme) showTheme(theme);
  }, [theme]);
  // The key makes everything anew: sentences are said while rendering, and memoised parts would keep the old ones.
  return language && <Fragment key={language}>{children}</Fragment>;
}

function useLanguage(wish: LanguageWish | undefined): Language | null {
  const [language, setLanguage] = useState<Language | null>(null);
  useEffect(() => {
    if (!wish) return;
    let isCurrent = true;
    void chooseLanguage(wish, navigator.languages).then((chosen) => {
      document.documentElement.lang = chosen;
      if (isCurrent) setLanguage(chosen);
    });
    return () => {
      isCurrent = false;
    };
  }, [wish]);
  return language;
}
