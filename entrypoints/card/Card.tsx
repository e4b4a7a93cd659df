/** The card: reads the job, picks the screen, and lets only deliberate presses through. */
import { type MouseEvent, useCallback } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import { asideTitle, asideView, pillView } from './aside-views';
import type { CardPort } from './background-port';
import type { Frame } from './CardShell';
import { isDeliberate } from './deliberate';
import { screenOf, titleOf } from './screen';
import { useAside } from './use-aside';
import { useCancel } from './use-cancel';
import { useClosing } from './use-closing';
import { useCopy } from './use-copy';
import { useCutAnyway } from './use-cut-anyway';
import { useFolded } from './use-folded';
import { useJob } from './use-job';
import { useManners } from './use-manners';
import { useMove } from './use-move';
import { usePicture } from './use-picture';
import { useSeen } from './use-seen';
import { useShownAt } from './use-shown-at';
import { cancelledView, doneView, failedView, nothingView, workingView } from './views';

export interface CardProps {
  readonly port: CardPort;
}

export function Card({ port }: CardProps) {
  const card = useCard(port);
  const { screen, aside, frame, out, ifTrusted, ifDeliberate } = card;
  if (card.isFolded) {
    const fraction = screen.kind === 'working' ? screen.fraction : null;
    const isGood = !aside && screen.kind === 'done' && screen.copy === 'copied';
    const title = aside ? asideTitle(aside) : titleOf(screen);
    const onOpen = ifTrusted(() => card.fold(false));
    return pillView({ title, fraction, isGood, onOpen, onClose: frame.onClose });
  }
  if (aside) return asideView({ aside, host: card.host, frame, onUndo: ifDeliberate(card.undo) });
  if (screen.kind === 'working') {
    return workingView({ ...screen, frame, cancelling: card.cancelling, onCancel: ifTrusted(card.cancel) });
  }
  if (screen.kind === 'done') {
    const save = async () => {
      const picture = await out.give();
      if (picture) downloadCutout(picture, screen.name);
    };
    const acts = { onDrag: card.drag, onCopy: ifDeliberate(card.copyNow), onDownload: ifDeliberate(save) };
    return doneView({ ...screen, ...out, ...acts, frame });
  }
  if (screen.kind === 'failed') {
    return failedView({ ...screen, frame, cutting: card.cutting, onCutAnyway: ifDeliberate(card.cutAnyway) });
  }
  return screen.kind === 'cancelled' ? cancelledView() : nothingView();
}

/** Everything the screens show and do. */
function useCard(port: CardPort) {
  const manners = useManners(port);
  const host = manners?.host ?? '';
  const { sight, readAgain } = useJob(port);
  const out = usePicture(manners && sight.kind === 'job' ? sight.view.cutout : null, manners?.copyBackground);
  const { copy, copyNow } = useCopy(port, { ...out, sight, automatically: manners?.copyAutomatically === true });
  const { aside, remove, turnOff, undo } = useAside(port);
  const move = useMove(port);
  const isFolded = useFolded();
  // A message that found no background needs no words: the button is still there to be pressed again.
  const close = useCallback(() => void port.close().catch(() => undefined), [port]);
  const fold = (folded: boolean) => void port.fold(folded).catch(() => undefined);
  const drag = (on: boolean) => void port.dragOut(on).catch(() => undefined);
  const screen = screenOf(sight, copy);
  const { ifTrusted, ifDeliberate } = usePresses([screen.kind, aside?.kind, isFolded].join());
  useSeen(port, screen.kind === 'failed');
  useClosing(screen.kind, close);

  const forResult = [
    { key: 'card.studio', onPress: ifDeliberate(() => port.openStudio().catch(() => undefined)) },
    { key: 'card.remove', onPress: ifDeliberate(remove) },
  ] as const;
  const forSite = { key: 'card.turnOff', values: { host }, onPress: ifDeliberate(turnOff) } as const;
  const menu = [...(screen.kind === 'done' && screen.preview ? forResult : []), ...(host ? [forSite] : [])];
  const frame: Frame = { move, menu, onFold: ifTrusted(() => fold(true)), onClose: ifTrusted(close) };
  const acts = { copyNow, undo, fold, drag, ...useCancel(port), ...useCutAnyway(port, readAgain) };
  return { screen, aside, frame, host, out, isFolded, ifTrusted, ifDeliberate, ...acts };
}

type Press = (event: MouseEvent) => void;

/** @param shown names what is on the screen: what has only just come up is pressed by mistake */
function usePresses(shown: string) {
  const shownAt = useShownAt(shown);
  const ifTrusted =
    (act: () => unknown): Press =>
    (event) => {
      if (event.nativeEvent.isTrusted) act();
    };
  const ifDeliberate =
    (act: () => unknown): Press =>
    (event) => {
      if (isDeliberate(event.nativeEvent, shownAt.current)) act();
    };
  return { ifTrusted, ifDeliberate };
}
