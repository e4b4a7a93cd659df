import { SearchIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';

export interface SearchFieldProps {
  readonly query: string;
  /** How many settings fit. */
  readonly count: number;
  readonly onQuery: (query: string) => void;
}

export function SearchField({ query, count, onQuery }: SearchFieldProps) {
  return (
    <search className="setting-search">
      <SearchIcon />
      <input
        type="search"
        value={query}
        placeholder={say('settings.search')}
        aria-label={say('settings.search')}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onQuery('')}
      />
      <span className="soft" role="status">
        {query.trim() && say('settings.foundCount', { count })}
      </span>
    </search>
  );
}
