import { downloadFile } from '@/utils/browser/download';
import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { writeSettingsFile } from '@/utils/settings/settings-file';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';
import { KeepLessDialog } from '../history/KeepLessDialog';
import { useDesk } from './desk';
import { Setting } from './Setting';
import { TransferOutcome } from './TransferOutcome';
import { useTransfer } from './use-transfer';

const FILE_NAME = 'matte-settings.json';

export function TransferSettings() {
  const { db, settings } = useDesk();
  const { asked, outcome, agree, refuse, load, reset, undo } = useTransfer(db);
  const picker = useFilePicker({
    accept: '.json,application/json',
    label: say('settings.chooseFile'),
    isSingle: true,
    onFiles: ([file]) => file && load(file),
  });
  const save = () => downloadFile(new Blob([writeSettingsFile(settings)], { type: 'application/json' }), FILE_NAME);
  return (
    <>
      <Setting id="settingsFile">
        <div className="actions">
          <Button onPress={save}>{say('settings.saveFile')}</Button>
          <Button onPress={picker.open}>{say('settings.loadFile')}</Button>
          {picker.input}
        </div>
      </Setting>
      <Setting id="reset">
        <div className="actions">
          <Button onPress={reset}>{say('settings.resetNow')}</Button>
        </div>
      </Setting>
      <TransferOutcome outcome={outcome} onUndo={undo} />
      {asked?.way === 'reset' && <ResetDialog lost={asked.lost} onAgree={agree} onClose={refuse} />}
      {asked && asked.way !== 'reset' && <KeepLessDialog lost={asked.lost} onAgree={agree} onClose={refuse} />}
    </>
  );
}

interface ResetDialogProps {
  readonly lost: number;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

function ResetDialog({ lost, onAgree, onClose }: ResetDialogProps) {
  return (
    <ConfirmDialog
      title={say('settings.resetTitle')}
      description={say('settings.resetWords', { count: lost })}
      onClose={onClose}
    >
      <div className="actions">
        <ConfirmCancel />
        <Button onPress={onAgree}>{say('settings.resetNow')}</Button>
      </div>
    </ConfirmDialog>
  );
}
