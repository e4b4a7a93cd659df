/** The card when it shows no picture: folded to a pill, or telling what its menu did. */
import { CheckIcon, Undo2Icon, XIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { toPercent } from '@/utils/ui/describe-job';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { CardShell, type Frame } from './CardShell';
import type { Aside } from './use-aside';

type Press = (event: MouseEvent) => void;

export interface PillProps {
  readonly title: string;
  /** Null unless it is at work. */
  readonly fraction: number | null;
  readonly isGood: boolean;
  readonly onOpen: Press;
  readonly onClose: Press;
}

export function pillView({ title, fraction, isGood, onOpen, onClose }: PillProps) {
  return (
    <main className="pill">
      <button type="button" className="open" title={say('card.unfold', { title })} onClick={onOpen}>
        {isGood && <CheckIcon />}
        <span role="status">{title}</span>
        {fraction !== null && fraction > 0 && (
          <span className="soft percent" aria-hidden="true" dir="ltr">
            {say('card.percent', { percent: toPercent(fraction) })}
          </span>
        )}
      </button>
      <Button
        kind="quiet"
        label={say(fraction === null ? 'card.close' : 'card.hide')}
        icon={<XIcon />}
        onPress={onClose}
      />
      {fraction !== null && <ProgressBar fraction={fraction} label={title} />}
    </main>
  );
}

export interface AsideProps {
  readonly aside: NonNullable<Aside>;
  readonly host: string;
  readonly frame: Frame;
  readonly onUndo: Press;
}

export function asideTitle({ kind }: NonNullable<Aside>): string {
  return say(kind === 'off' ? 'card.off' : 'card.removed');
}

export function asideView({ aside, host, frame, onUndo }: AsideProps) {
  const isLost = aside.kind === 'removed' && aside.isLost;
  const what = aside.kind === 'off' ? say('card.offText', { host }) : say('card.removedText');
  return (
    <CardShell title={asideTitle(aside)} frame={{ ...frame, menu: [] }}>
      <div className="aside">
        <p role="status">{isLost ? say('card.lost') : what}</p>
        {!isLost && (
          <Button icon={<Undo2Icon />} onPress={onUndo}>
            {say('card.undo')}
          </Button>
        )}
      </div>
    </CardShell>
  );
}
