import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { countCutouts } from './cutout-words';
import type { ZipWork } from './use-zip';

export interface ZipProgressProps {
  readonly work: ZipWork;
  readonly onEnd: () => void;
}

/** A ZIP in the making, or what is missing in it. */
export function ZipProgress({ work: { done, total, leftOut, isAtWork }, onEnd }: ZipProgressProps) {
  if (!isAtWork) {
    const sentence = `${countCutouts(leftOut)} of ${total.toLocaleString()} did not open and are not in the ZIP. Its notes.txt names them.`;
    return <Notice sentence={sentence} onDismiss={onEnd} />;
  }
  return (
    <section className="zip-work" aria-label="Making the ZIP">
      <div>
        <p>
          Making the ZIP: {done.toLocaleString()} of {total.toLocaleString()}
        </p>
        <ProgressBar label="Making the ZIP" fraction={done / total} />
      </div>
      <Button onPress={onEnd}>Cancel</Button>
    </section>
  );
}
