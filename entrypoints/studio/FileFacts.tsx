import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Size } from '@/utils/pipeline/raster';
import { describeBytes } from '@/utils/ui/describe-bytes';
import type { Finished } from './use-finished';

export interface FileFactsProps {
  /** Of the finished picture. */
  readonly size: Size;
  readonly finished: Finished;
  /** Small enough to be made before anybody asks. */
  readonly isSmall: boolean;
}

/** How large the file will be, in pixels and bytes. */
export function FileFacts({ size: { width, height }, finished, isSmall }: FileFactsProps) {
  return (
    <div className="facts" aria-busy={isSmall && finished.state !== 'current'}>
      <bdi>{say('studio.exportSize', { width, height })}</bdi>
      <span className="soft">{isSmall ? bytesOf(finished) : say('studio.exportTooLarge')}</span>
    </div>
  );
}

function bytesOf({ state, file, code }: Finished): string {
  if (state === 'failed' && code) return sentenceOf(code);
  if (state === 'slow') return say('studio.exportEstimating');
  return state === 'current' && file ? describeBytes(file.size) : '…';
}
