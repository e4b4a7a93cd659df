/** One cutout by itself: as large as the window allows, with all that is known of it. */

import { ChevronRightIcon, CopyIcon, DownloadIcon, PinIcon, TrashIcon, XIcon } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useRef } from 'react';
import type { Vault } from '@/utils/history/courier';
import { blobOf } from '@/utils/history/read-picture';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { LinkButton } from '@/utils/ui/LinkButton';
import { Notice } from '@/utils/ui/Notice';
import type { Cutout } from './cutout';
import { describeProblem } from './cutout-words';
import { Facts } from './Facts';
import type { Previews } from './previews';
import type { CutoutActions } from './use-cutout-actions';
import { usePicture } from './use-picture';

export interface CutoutDialogProps {
  readonly vault: Vault;
  readonly previews: Previews;
  readonly cutout: Cutout;
  /** Those before and after it in the list; null at its ends. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly actions: CutoutActions;
  readonly onShow: (id: string | null) => void;
  readonly onDelete: (id: string) => void;
}

export function CutoutDialog(props: CutoutDialogProps) {
  const { vault, previews, cutout, previous, next, actions, onShow, onDelete } = props;
  const content = useRef<HTMLDivElement>(null);
  const picture = usePicture(vault, cutout.id);
  const shown = picture ?? previews.known(cutout.id);
  const problem = picture && picture.state !== 'open' ? describeProblem(picture.state) : null;
  const said = actions.problem ?? problem ?? (cutout.opened?.state === 'damaged' ? describeProblem('damaged') : null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const target = { ArrowLeft: isRtl ? next : previous, ArrowRight: isRtl ? previous : next }[event.key];
    if (target) onShow(target);
    if (event.key === 'Delete') onDelete(cutout.id);
    // A toast in front of the dialog would have this key for itself.
    if (event.key === 'Escape') onShow(null);
  };
  const onOpenAutoFocus = (event: Event) => {
    // Not its first button: the name is read, and the arrows work at once.
    event.preventDefault();
    content.current?.focus();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onShow(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          ref={content}
          className="cutout-dialog"
          aria-describedby={undefined}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={onOpenAutoFocus}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="stage">
            <Checkerboard key={cutout.id} picture={shown && blobOf(shown)} alt={cutout.name} busy={picture === null} />
            <Button
              kind="quiet"
              label={say('history.previous')}
              icon={<ChevronRightIcon />}
              disabled={!previous}
              onPress={() => onShow(previous)}
            />
            <Button
              kind="quiet"
              label={say('history.next')}
              icon={<ChevronRightIcon />}
              disabled={!next}
              onPress={() => onShow(next)}
            />
          </div>
          <div className="about">
            <Dialog.Title>
              <bdi>{cutout.name}</bdi>
            </Dialog.Title>
            <CloseButton />
            {said && <Notice sentence={said} />}
            <DialogActions {...props} />
            <Facts cutout={cutout} />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CloseButton() {
  const words = say('history.close');
  return (
    <Dialog.Close className="button" data-kind="quiet" aria-label={words} title={words}>
      <XIcon />
    </Dialog.Close>
  );
}

function DialogActions({ cutout, actions, onDelete }: CutoutDialogProps) {
  const { id, isPinned } = cutout;
  return (
    <div className="actions">
      <Button kind="primary" icon={<CopyIcon />} onPress={() => void actions.copy(cutout)}>
        {say(actions.copiedId === id ? 'history.copied' : 'history.copy')}
      </Button>
      <Button icon={<DownloadIcon />} onPress={() => void actions.download(cutout)}>
        {say('history.downloadPng')}
      </Button>
      <LinkButton href={`/studio.html#${id}`}>{say('history.edit')}</LinkButton>
      <Button icon={<PinIcon />} onPress={() => actions.pin([id], !isPinned)}>
        {say(isPinned ? 'history.unpin' : 'history.pin')}
      </Button>
      <Button icon={<TrashIcon />} onPress={() => onDelete(id)}>
        {say('history.delete')}
      </Button>
    </div>
  );
}
