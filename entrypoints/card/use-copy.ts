/** The copy's fate: delivered once by itself when the job is done, and again whenever Copy is pressed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CardPort } from './background-port';
import { type CopyPhase, deliverCopy, phaseOf, reportCopy } from './deliver-copy';
import type { Sight } from './screen';
import { whenVisible } from './when-visible';

export interface CopyWish {
  readonly sight: Sight;
  /** What is copied; null until it is made. */
  readonly picture: Blob | null;
  readonly give: () => Promise<Blob | null>;
  /** Otherwise the card waits for Copy. */
  readonly automatically: boolean;
}

export function useCopy(port: CardPort, { sight, picture, give, automatically }: CopyWish) {
  const [copy, setCopy] = useState<CopyPhase>('copying');
  const first = useRef<Blob | null>(null);
  const view = sight.kind === 'job' ? sight.view : null;

  useEffect(() => {
    if (!picture || view?.job.status !== 'done') return;
    // On another background it is another picture, which nobody has copied yet.
    if (first.current && first.current !== picture)
      return setCopy((before) => (before === 'blocked' ? before : 'ready'));
    first.current = picture;
    const { delivery } = view.job;
    if (delivery !== 'waiting') return setCopy(delivery === 'copied' ? 'copied' : 'ready');
    // A hidden tab cannot get the focus. If the result is announced before the tab is looked at, the claim is refused.
    return whenVisible(() => void deliver(picture).then(setCopy, () => setCopy('ready')));

    async function deliver(png: Blob): Promise<CopyPhase> {
      if (automatically) return deliverCopy(png, port);
      await port.reportSeen();
      return 'ready';
    }
  }, [port, view, picture, automatically]);

  const copyNow = useCallback(async () => {
    if (copy === 'blocked') return port.copyInPopup().catch(() => undefined);
    const png = await give();
    if (!png) return;
    const result = await port.copy(png);
    setCopy(phaseOf(result));
    if (result.copied) await reportCopy(() => port.report(true));
  }, [port, give, copy]);

  return { copy, copyNow };
}
