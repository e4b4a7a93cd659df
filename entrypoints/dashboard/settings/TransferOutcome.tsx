import { type MessageKey, say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { SettingsRefusal } from '@/utils/settings/settings-file';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import type { Outcome, Proposal, Way } from './use-transfer';
import { describeChange } from './value-words';

const REFUSALS: Readonly<Record<SettingsRefusal, MessageKey>> = {
  'too-large': 'settings.fileTooLarge',
  'not-json': 'settings.fileNotJson',
  'not-settings': 'settings.fileNotSettings',
  newer: 'settings.fileNewer',
};

const DONE: Readonly<Record<Way, MessageKey>> = {
  file: 'settings.fileDone',
  reset: 'settings.resetDone',
  undo: 'settings.undoDone',
};

export interface TransferOutcomeProps {
  readonly outcome: Outcome | null;
  readonly onUndo: (done: Proposal) => void;
}

/** What a file or a reset has changed, with the way back. */
export function TransferOutcome({ outcome, onUndo }: TransferOutcomeProps) {
  if (outcome?.kind === 'refused') return <Notice sentence={say(REFUSALS[outcome.reason])} />;
  if (outcome?.kind === 'failed') return <Notice sentence={sentenceOf(outcome.code)} />;
  return (
    <div className="transfer-outcome" role="status">
      {outcome?.kind === 'kept' && <p>{say('settings.nothingChanged')}</p>}
      {outcome?.kind === 'done' && <Done {...outcome} onUndo={onUndo} />}
    </div>
  );
}

type DoneProps = Outcome & { readonly kind: 'done' } & Pick<TransferOutcomeProps, 'onUndo'>;

function Done({ done, changes, onUndo }: DoneProps) {
  const { way, leftOut, lost } = done;
  return (
    <>
      <p>{say(DONE[way], { count: changes.length })}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.key}>{describeChange(change)}</li>
          ))}
        </ul>
      )}
      {leftOut > 0 && <p>{say('settings.leftOut', { count: leftOut })}</p>}
      {lost > 0 && <p>{say('settings.lost', { count: lost })}</p>}
      {changes.length > 0 && way !== 'undo' && <Button onPress={() => onUndo(done)}>{say('settings.undo')}</Button>}
    </>
  );
}
