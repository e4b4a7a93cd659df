import { useEffect, useState } from 'react';

/** The tab that the address names, or the first; the address follows, so that a reload and a link find it again. */
export function useTab(known: readonly string[]): [string, (tab: string) => void] {
  const named = () => known.find((id) => location.hash === `#${id}`) ?? known[0] ?? '';
  const [tab, setTab] = useState(named);
  useEffect(() => {
    const follow = () => setTab(named);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });
  return [tab, (next) => location.replace(`#${next}`)];
}
