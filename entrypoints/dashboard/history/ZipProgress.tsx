import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import type { ZipWork } from './use-zip';

export interface ZipProgressProps {
  readonly work: ZipWork;
  readonly onEnd: () => void;
}

/** A ZIP in the making, or what is missing in it. */
export function ZipProgress({ work: { done, total, leftOut, isAtWork }, onEnd }: ZipProgressProps) {
  if (!isAtWork) {
    return <Notice sentence={say('history.zipLeftOut', { count: leftOut, total })} onDismiss={onEnd} />;
  }
  return (
    <section className="zip-work" aria-label={say('history.zipMaking')}>
      <div>
        <p>{say('history.zipDone', { done, total })}</p>
        <ProgressBar label={say('history.zipMaking')} fraction={done / total} />
      </div>
      <Button onPress={onEnd}>{say('history.cancel')}</Button>
    </section>
  );
}
