/**
 * The card's screens. Functions that give the same shell, not components: React then keeps the picture's element from the
 * first look to the result, and nothing flashes or jumps when the one replaces the other.
 */

import { CheckIcon, CircleAlertIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { toPercent } from '@/utils/ui/describe-job';
import { FirstLook } from '@/utils/ui/FirstLook';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { CardShell } from './CardShell';
import { DoneActions } from './DoneActions';
import type { ScreenOf } from './screen';

type Press = (event: MouseEvent) => void;

export interface WorkingProps extends ScreenOf<'working'> {
  readonly cancelling: boolean;
  readonly onCancel: Press;
  readonly onClose: Press;
}

export function workingView({ words, fraction, canCancel, look, cancelling, onCancel, onClose }: WorkingProps) {
  return (
    <CardShell title={words.title} closeLabel="Hide (goes on in the background)" onClose={onClose}>
      <Checkerboard picture={look} alt="First look at the cutout" busy>
        {look && <FirstLook />}
        <ProgressBar fraction={fraction} label={words.title} />
      </Checkerboard>
      <div className="below">
        <div className="caption">
          <p role="status">{words.detail}</p>
          {fraction > 0 && (
            <span className="soft percent" aria-hidden="true" dir="ltr">
              {toPercent(fraction)} %
            </span>
          )}
        </div>
        <div className="actions">
          <Button onPress={onCancel} disabled={!canCancel || cancelling}>
            {cancelling ? 'Cancelling…' : 'Cancel'}
          </Button>
        </div>
      </div>
    </CardShell>
  );
}

export interface DoneProps extends ScreenOf<'done'> {
  readonly onCopy: Press;
  readonly onDownload: Press;
  readonly onClose: Press;
}

export function doneView({ words, copy, preview, onCopy, onDownload, onClose }: DoneProps) {
  const copied = copy === 'copied';
  const good = copied ? ({ icon: <CheckIcon />, tone: 'good' } as const) : {};
  return (
    <CardShell title={words.title} {...good} onClose={onClose}>
      <Checkerboard picture={preview} alt="The cutout" />
      <div className="below">
        <p className="soft caption">
          <bdi>{words.detail}</bdi>
        </p>
        <DoneActions copy={copy} hasPicture={preview !== null} onCopy={onCopy} onDownload={onDownload} />
      </div>
    </CardShell>
  );
}

export interface FailedProps extends ScreenOf<'failed'> {
  readonly cutting: boolean;
  readonly onCutAnyway: Press;
  readonly onClose: Press;
}

export function failedView({ title, sentence, anyway, cutting, onCutAnyway, onClose }: FailedProps) {
  return (
    <CardShell title={title} onClose={onClose}>
      <Checkerboard picture={null} alt="">
        <CircleAlertIcon />
      </Checkerboard>
      <div className="below">
        <p role="alert">{sentence}</p>
        {anyway && (
          <div className="actions">
            <Button kind="primary" onPress={onCutAnyway} disabled={cutting}>
              Cut anyway
            </Button>
          </div>
        )}
      </div>
    </CardShell>
  );
}

export function cancelledView() {
  return (
    <CardShell title="Cancelled">
      <Checkerboard picture={null} alt="" />
    </CardShell>
  );
}

export function nothingView() {
  return (
    <main className="card">
      <p className="nothing soft">Nothing to show here</p>
    </main>
  );
}
