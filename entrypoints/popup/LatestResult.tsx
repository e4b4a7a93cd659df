import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { describeOutcome, describeSize } from '@/utils/ui/describe-job';
import { CheckIcon, CopyIcon, DownloadIcon } from '@/utils/ui/icons';
import type { Result } from './use-results';

export interface LatestResultProps {
  readonly result: Result;
  readonly copiedId: string | null;
  readonly onCopy: (result: Result) => void;
  readonly onDownload: (result: Result) => void;
}

export function LatestResult({ result, copiedId, onCopy, onDownload }: LatestResultProps) {
  const { entry, preview, cutout, outcome } = result;
  const isCopied = copiedId === entry.id;
  const small = outcome ? describeOutcome(outcome) : describeSize(entry.width, entry.height);
  return (
    <section className="latest" aria-label="Latest cutout">
      <Checkerboard picture={preview} alt={`Cutout of ${entry.name}`} />
      <div className="facts">
        <p className="name" title={entry.name}>
          <bdi>{entry.name}</bdi>
        </p>
        <p className="soft">
          <bdi>{cutout ? small : 'This cutout has been deleted.'}</bdi>
        </p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          icon={isCopied ? <CheckIcon /> : <CopyIcon />}
          onPress={() => onCopy(result)}
          disabled={!cutout}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        <Button icon={<DownloadIcon />} onPress={() => onDownload(result)} disabled={!cutout}>
          Download PNG
        </Button>
      </div>
      <p className="unseen" role="status">
        {isCopied ? 'The cutout is on the clipboard.' : ''}
      </p>
    </section>
  );
}
