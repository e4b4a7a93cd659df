import { say } from '@/utils/i18n/say';
import { type Backend, type BackendChoice, RUNGS } from '@/utils/jobs/rungs';
import { CHOICE_WORDS, FORCED_WORDS, forcedRung, RUNG_WORDS, USUAL_CHOICES } from '@/utils/ui/describe-settings';
import { OptionList } from './OptionList';

export interface BackendOptionsProps {
  readonly chosen: BackendChoice;
  readonly onChoose: (choice: BackendChoice) => void;
  readonly isNamedAbove?: boolean;
}

const FORCED = 'only';
const OPTIONS = [
  ...USUAL_CHOICES.map((choice) => [choice, CHOICE_WORDS[choice]] as const),
  [FORCED, FORCED_WORDS] as const,
];

/** The first that runs everywhere: whoever only wanted to see what there is can still cut. */
const FIRST_FORCED: Backend = 'wasm-threads';

export function BackendOptions({ chosen, onChoose, isNamedAbove = false }: BackendOptionsProps) {
  const forced = forcedRung(chosen);
  const usual = USUAL_CHOICES.find((each) => each === chosen);
  return (
    <OptionList
      question={say('popup.runsOn')}
      name="backend"
      isNamedAbove={isNamedAbove}
      options={OPTIONS}
      chosen={usual ?? FORCED}
      onChoose={(value) => onChoose(value === FORCED ? `only:${FIRST_FORCED}` : value)}
    >
      {forced && (
        <select
          aria-label={say('popup.theOneWay')}
          value={forced}
          onChange={(event) => onChoose(`only:${event.target.value as Backend}`)}
        >
          {RUNGS.map((rung) => (
            <option key={rung} value={rung}>
              {RUNG_WORDS[rung]}
            </option>
          ))}
        </select>
      )}
    </OptionList>
  );
}
