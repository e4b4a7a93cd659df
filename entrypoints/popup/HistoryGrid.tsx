import { say } from '@/utils/i18n/say';
import { HistoryThumb } from './HistoryThumb';
import type { Result } from './read-stored';

export interface HistoryGridProps {
  readonly results: readonly Result[];
  readonly copiedId: string | null;
  readonly onCopy: (result: Result) => void;
  readonly onDownload: (result: Result) => void;
}

export function HistoryGrid({ results, copiedId, onCopy, onDownload }: HistoryGridProps) {
  if (results.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('popup.earlier')}</h2>
      <ul className="thumbs">
        {results.map((result) => (
          <HistoryThumb
            key={result.entry.id}
            result={result}
            isCopied={result.entry.id === copiedId}
            onCopy={onCopy}
            onDownload={onDownload}
          />
        ))}
      </ul>
    </section>
  );
}
