import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { describeSize } from '@/utils/ui/describe-job';
import { CheckIcon, CopyIcon, DownloadIcon } from '@/utils/ui/icons';
import type { Result } from './read-stored';

export interface HistoryThumbProps {
  readonly result: Result;
  readonly isCopied: boolean;
  readonly onCopy: (result: Result) => void;
  readonly onDownload: (result: Result) => void;
}

export function HistoryThumb({ result, isCopied, onCopy, onDownload }: HistoryThumbProps) {
  const { entry, preview, isThere } = result;
  return (
    <li className="thumb" title={entry.name}>
      <Checkerboard picture={preview} alt={entry.name} />
      {entry.reducedFrom && (
        <span className="mark" title={describeSize(entry.width, entry.height, entry.reducedFrom)}>
          Preview
        </span>
      )}
      <div className="over" data-shown={isCopied || undefined}>
        <Button
          kind="quiet"
          label={isCopied ? `Copied ${entry.name}` : `Copy ${entry.name}`}
          icon={isCopied ? <CheckIcon /> : <CopyIcon />}
          onPress={() => onCopy(result)}
          disabled={!isThere}
        />
        <Button
          kind="quiet"
          label={`Download ${entry.name}`}
          icon={<DownloadIcon />}
          onPress={() => onDownload(result)}
          disabled={!isThere}
        />
      </div>
    </li>
  );
}
