import { say } from '@/utils/i18n/say';
import { COLOURS, GROUNDS, type Ground } from './grounds';

export interface GroundsProps {
  readonly ground: Ground;
  readonly onChoose: (ground: Ground) => void;
}

/** What lies behind the subject, as four swatches. */
export function Grounds({ ground, onChoose }: GroundsProps) {
  return (
    <fieldset className="grounds">
      <legend className="unseen">{say('card.grounds')}</legend>
      {GROUNDS.map((each) => (
        <input
          key={each}
          type="radio"
          name="ground"
          aria-label={say(`card.ground-${each}`)}
          title={say(`card.ground-${each}`)}
          checked={each === ground}
          onChange={() => onChoose(each)}
          data-ground={each}
          style={each === 'transparent' ? undefined : { background: COLOURS[each] }}
        />
      ))}
    </fieldset>
  );
}
