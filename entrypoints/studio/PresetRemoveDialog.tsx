import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';

export interface PresetRemoveDialogProps {
  readonly name: string;
  readonly onRemove: () => Promise<unknown>;
  readonly onClose: () => void;
}

export function PresetRemoveDialog({ name, onRemove, onClose }: PresetRemoveDialogProps) {
  return (
    <ConfirmDialog
      title={say('studio.presetRemoveTitle', { name })}
      description={<p>{say('studio.presetRemoveAbout')}</p>}
      onClose={onClose}
    >
      <div className="actions">
        <Button kind="primary" onPress={() => void onRemove().then(onClose)}>
          {say('studio.presetRemove')}
        </Button>
        <ConfirmCancel />
      </div>
    </ConfirmDialog>
  );
}
