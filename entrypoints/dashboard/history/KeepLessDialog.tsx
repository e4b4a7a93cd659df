import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';

export interface KeepLessDialogProps {
  /** Cutouts that would be deleted. */
  readonly lost: number;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

/** Settings take nothing away without a word. */
export function KeepLessDialog({ lost, onAgree, onClose }: KeepLessDialogProps) {
  return (
    <ConfirmDialog
      title={say('history.keepLessTitle')}
      description={say('history.keepLess', { count: lost })}
      onClose={onClose}
    >
      <div className="actions">
        <ConfirmCancel />
        <Button onPress={onAgree}>{say('history.deleteCutouts', { count: lost })}</Button>
      </div>
    </ConfirmDialog>
  );
}
