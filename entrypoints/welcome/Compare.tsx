import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { say } from '@/utils/i18n/say';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { SAMPLE } from './sample';

/** Where the line stands at first: both are seen at once. */
const MIDDLE = 50;

/** The photo over its cutout, up to a line that can be moved by pointer and arrow keys. */
export function Compare({ cutout }: { readonly cutout: Blob }) {
  const [line, setLine] = useState(MIDDLE);
  const range = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone, and the focus with it: who works by keyboard goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) range.current?.focus();
  }, []);
  return (
    <>
      <div className="sample compare" style={{ '--line': `${line}%` } as CSSProperties}>
        <Checkerboard picture={cutout} alt={say('welcome.cutoutAlt')} />
        <img src={SAMPLE.path} alt={say('welcome.sampleAlt')} width={SAMPLE.width} height={SAMPLE.height} />
        <span className="line" />
      </div>
      <label className="compare-range">
        <span>{say('welcome.before')}</span>
        <input
          ref={range}
          type="range"
          min={0}
          max={100}
          value={line}
          aria-label={say('welcome.compare')}
          aria-valuetext={say('welcome.compareValue', { percent: line })}
          onChange={({ target }) => setLine(Number(target.value))}
        />
        <span>{say('welcome.after')}</span>
      </label>
    </>
  );
}
