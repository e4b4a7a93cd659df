import { CheckIcon, CopyIcon, DownloadIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { describeSize } from '@/utils/ui/describe-job';
import type { Result } from './read-stored';

export interface HistoryThumbProps {
  readonly result: Result;
  readonly isCopied: boolean;
  readonly onCopy: (result: Result) => void;
  readonly onDownload: (result: Result) => void;
}

export function HistoryThumb({ result, isCopied, onCopy, onDownload }: HistoryThumbProps) {
  const { entry, name, preview, isThere } = result;
  return (
    <li className="thumb" title={name}>
      <Checkerboard picture={preview} alt={name} />
      {entry.reducedFrom && (
        <span className="mark" title={describeSize(entry.width, entry.height, entry.reducedFrom)}>
          {say('popup.preview')}
        </span>
      )}
      <div className="over" data-shown={isCopied || undefined}>
        <Button
          kind="quiet"
          label={isCopied ? say('popup.copiedName', { name }) : say('popup.copyName', { name })}
          icon={isCopied ? <CheckIcon /> : <CopyIcon />}
          onPress={() => onCopy(result)}
          disabled={!isThere}
        />
        <Button
          kind="quiet"
          label={say('popup.downloadName', { name })}
          icon={<DownloadIcon />}
          onPress={() => onDownload(result)}
          disabled={!isThere}
        />
      </div>
    </li>
  );
}
