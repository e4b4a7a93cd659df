/**
 * The card's screens. Functions that give the same shell, not components: React then keeps the picture's element from the
 * first look to the result, and nothing flashes or jumps when the one replaces the other.
 */

import { CheckIcon, CircleAlertIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { toPercent } from '@/utils/ui/describe-job';
import { FirstLook } from '@/utils/ui/FirstLook';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { CardShell, type Frame } from './CardShell';
import { DoneActions } from './DoneActions';
import { DragSource } from './DragSource';
import { Grounds } from './Grounds';
import type { Ground } from './grounds';
import type { ScreenOf } from './screen';

type Press = (event: MouseEvent) => void;

export interface WorkingProps extends ScreenOf<'working'> {
  readonly cancelling: boolean;
  readonly frame: Frame;
  readonly onCancel: Press;
}

export function workingView({ words, fraction, canCancel, look, cancelling, frame, onCancel }: WorkingProps) {
  return (
    <CardShell title={words.title} closeLabel={say('card.hide')} frame={{ ...frame, menu: [] }}>
      <Checkerboard picture={look} alt={say('card.firstLook')} busy>
        {look && <FirstLook />}
        <ProgressBar fraction={fraction} label={words.title} />
      </Checkerboard>
      <div className="below">
        <div className="caption">
          <p role="status">{words.detail}</p>
          {fraction > 0 && (
            <span className="soft percent" aria-hidden="true" dir="ltr">
              {say('card.percent', { percent: toPercent(fraction) })}
            </span>
          )}
        </div>
        <div className="actions">
          <Button onPress={onCancel} disabled={!canCancel || cancelling}>
            {say(cancelling ? 'card.cancelling' : 'card.cancel')}
          </Button>
        </div>
      </div>
    </CardShell>
  );
}

export interface DoneProps extends ScreenOf<'done'> {
  readonly ground: Ground;
  readonly choose: (ground: Ground) => void;
  readonly picture: Blob | null;
  readonly frame: Frame;
  readonly onDrag: (on: boolean) => void;
  readonly onCopy: Press;
  readonly onDownload: Press;
}

export function doneView({ words, copy, preview, picture, ground, choose, frame, onDrag, ...actions }: DoneProps) {
  const good = copy === 'copied' ? ({ icon: <CheckIcon />, tone: 'good' } as const) : {};
  return (
    <CardShell title={words.title} {...good} ground={ground} frame={frame}>
      <Checkerboard picture={preview} alt={say('card.cutout')}>
        <DragSource picture={picture} onDrag={onDrag} />
      </Checkerboard>
      <div className="below">
        <div className="caption">
          <p className="soft">
            <bdi>{words.detail}</bdi>
          </p>
          {preview && <Grounds ground={ground} onChoose={choose} />}
        </div>
        <DoneActions copy={copy} hasPicture={preview !== null} {...actions} />
      </div>
    </CardShell>
  );
}

export interface FailedProps extends ScreenOf<'failed'> {
  readonly cutting: boolean;
  readonly frame: Frame;
  readonly onCutAnyway: Press;
}

export function failedView({ title, sentence, anyway, cutting, frame, onCutAnyway }: FailedProps) {
  return (
    <CardShell title={title} frame={frame}>
      <Checkerboard picture={null} alt="">
        <CircleAlertIcon />
      </Checkerboard>
      <div className="below">
        <p role="alert">{sentence}</p>
        {anyway && (
          <div className="actions">
            <Button kind="primary" onPress={onCutAnyway} disabled={cutting}>
              {say('card.cutAnyway')}
            </Button>
          </div>
        )}
      </div>
    </CardShell>
  );
}

export function cancelledView() {
  return (
    <CardShell title={say('card.cancelled')}>
      <Checkerboard picture={null} alt="" />
    </CardShell>
  );
}

export function nothingView() {
  return (
    <main className="card">
      <p className="nothing soft">{say('card.nothing')}</p>
    </main>
  );
}
