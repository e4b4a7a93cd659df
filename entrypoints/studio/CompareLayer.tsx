import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { say } from '@/utils/i18n/say';
import type { Edits } from '@/utils/studio/edits';
import { percent } from './Field';
import type { Host } from './host';
import { show } from './use-look';

export interface CompareLayerProps {
  readonly host: Host;
  readonly edits: Edits;
  readonly isWhole: boolean;
}

/** Over the result: the photo as far as a divider, which is a slider over the whole picture. */
export function CompareLayer({ host, edits, isWhole }: CompareLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [at, setAt] = useState(0.5);
  useEffect(() => {
    let isCurrent = true;
    host.before({ edits, isWhole }).then(
      (photo) => isCurrent && show(canvas.current, photo),
      // Its page shows why the worker does not answer: the result is not there either.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [host, edits, isWhole]);
  return (
    <div className="compare" style={{ '--at': `${at * 100}%` } as CSSProperties}>
      <canvas ref={canvas} />
      <span className="chip" data-side="before" aria-hidden="true">
        {say('studio.before')}
      </span>
      <span className="chip" data-side="after" aria-hidden="true">
        {say('studio.after')}
      </span>
      <input
        type="range"
        // The photo is on the left in every language.
        dir="ltr"
        min={0}
        max={100}
        step={0.5}
        value={at * 100}
        aria-label={say('studio.compareLabel')}
        aria-valuetext={percent(at)}
        onChange={({ target }) => setAt(Number(target.value) / 100)}
      />
      <span className="divider" />
    </div>
  );
}
