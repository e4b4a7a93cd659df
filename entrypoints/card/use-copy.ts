/** The copy's fate: delivered once by itself when the job is done, and again whenever Copy is pressed. */
import { useCallback, useEffect, useState } from 'react';
import type { CardPort } from './background-port';
import { type CopyPhase, deliverCopy, phaseOf, reportCopy } from './deliver-copy';
import type { Sight } from './screen';
import { whenVisible } from './when-visible';

export function useCopy(port: CardPort, sight: Sight) {
  const [copy, setCopy] = useState<CopyPhase>('copying');
  const view = sight.kind === 'job' ? sight.view : null;

  useEffect(() => {
    if (!view?.cutout || view.job.status !== 'done') return;
    const { cutout, job } = view;
    if (job.delivery !== 'waiting') return setCopy(job.delivery === 'copied' ? 'copied' : 'ready');
    // A hidden tab cannot get the focus. If the result is announced before the tab is looked at, the claim is refused.
    return whenVisible(() => void deliverCopy(cutout, port).then(setCopy, () => setCopy('ready')));
  }, [port, view]);

  const copyNow = useCallback(async () => {
    if (!view?.cutout) return;
    if (copy === 'blocked') return port.copyInPopup().catch(() => undefined);
    const result = await port.copy(view.cutout);
    setCopy(phaseOf(result));
    if (result.copied) await reportCopy(() => port.report(true));
  }, [port, view, copy]);

  return { copy, copyNow };
}
