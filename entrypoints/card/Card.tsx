/** The card: reads the job, picks the screen, and lets only deliberate presses through. */
import { type MouseEvent, useCallback } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import type { CardPort } from './background-port';
import { isDeliberate } from './deliberate';
import { type Sight, screenOf } from './screen';
import { useCancel } from './use-cancel';
import { useClosing } from './use-closing';
import { useCopy } from './use-copy';
import { useCutAnyway } from './use-cut-anyway';
import { useJob } from './use-job';
import { useSeen } from './use-seen';
import { useShownAt } from './use-shown-at';
import { cancelledView, doneView, failedView, nothingView, workingView } from './views';

export function Card({ port }: { readonly port: CardPort }) {
  const { sight, readAgain } = useJob(port);
  const { copy, copyNow } = useCopy(port, sight);
  const { cancelling, cancel } = useCancel(port);
  const { cutting, cutAnyway } = useCutAnyway(port, readAgain);
  // A message that found no background needs no words: the button is still there to be pressed again.
  const close = useCallback(() => void port.close().catch(() => undefined), [port]);
  const screen = screenOf(sight, copy);
  const shownAt = useShownAt(screen.kind);
  useSeen(port, screen.kind === 'failed');
  useClosing(screen.kind, close);

  const ifTrusted = (act: () => void) => (event: MouseEvent) => {
    if (event.nativeEvent.isTrusted) act();
  };
  const ifDeliberate = (act: () => void) => (event: MouseEvent) => {
    if (isDeliberate(event.nativeEvent, shownAt.current)) act();
  };
  const onClose = ifTrusted(close);

  if (screen.kind === 'working') return workingView({ ...screen, cancelling, onCancel: ifTrusted(cancel), onClose });
  if (screen.kind === 'done') {
    const onCopy = ifDeliberate(() => void copyNow());
    return doneView({ ...screen, onCopy, onDownload: ifDeliberate(() => download(sight)), onClose });
  }
  if (screen.kind === 'failed') {
    return failedView({ ...screen, cutting, onCutAnyway: ifDeliberate(() => void cutAnyway()), onClose });
  }
  return screen.kind === 'cancelled' ? cancelledView() : nothingView();
}

function download(sight: Sight) {
  if (sight.kind === 'job' && sight.view.cutout) downloadCutout(sight.view.cutout, sight.view.job.name);
}
