/** What was agreed to, when, and to which text; each can be changed here, and the optional one changes nothing else. */
import { useId, useState } from 'react';
import { agreesTo, type Consent, lastAnswer, PURPOSES, type Purpose } from '@/utils/account/consent';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { Check } from '../account/Check';
import { describeAnswer } from './consent-words';
import { giveAnswer, useConsents } from './use-consents';

export interface ConsentPanelProps {
  readonly world: AccountWorld;
  readonly session: Session;
}

export const CONSENTS_ID = 'consents';

export function ConsentPanel({ world, session }: ConsentPanelProps) {
  const consents = useConsents(world, session);
  const [isRefused, setRefused] = useState(false);
  const answer = async (purpose: Purpose, given: boolean) => {
    const isWritten = await giveAnswer(world, session, { purpose, given });
    setRefused(!isWritten);
    return isWritten;
  };
  // A guest has no account that would need the policy.
  const asked = PURPOSES.filter((purpose) => purpose !== 'policy' || session.state !== 'guest');
  return (
    <section aria-labelledby={CONSENTS_ID} className="consents">
      <h2 id={CONSENTS_ID} tabIndex={-1}>
        {say('consents.title')}
      </h2>
      {session.state === 'locked' && <p>{say('consents.unlockFirst')}</p>}
      {consents &&
        asked.map((purpose) => (
          <Question
            key={purpose}
            purpose={purpose}
            consents={consents}
            policyVersion={world.policyVersion}
            isLocked={session.state === 'locked'}
            onAnswer={(given) => answer(purpose, given)}
          />
        ))}
      <p role="alert">{isRefused && say('consents.notWritten')}</p>
    </section>
  );
}

interface QuestionProps {
  readonly purpose: Purpose;
  readonly consents: readonly Consent[];
  readonly policyVersion: string;
  readonly isLocked: boolean;
  /** False when it could not be written. */
  readonly onAnswer: (given: boolean) => Promise<boolean>;
}

function Question({ purpose, consents, policyVersion, isLocked, onAnswer }: QuestionProps) {
  const id = useId();
  const last = lastAnswer(consents, purpose);
  // Shown at once, until the answer that it follows is followed by another in the database, or cannot be written.
  const [chosen, setChosen] = useState<{ readonly given: boolean; readonly after: typeof last } | null>(null);
  const isOn = chosen?.after === last ? chosen?.given : undefined;
  const choose = (given: boolean) => {
    setChosen({ given, after: last });
    void onAnswer(given).then((isWritten) => isWritten || setChosen(null));
  };
  return (
    <fieldset disabled={isLocked} aria-label={say(`consents.title.${purpose}`)} aria-describedby={id}>
      <Check isOn={isOn ?? agreesTo(consents, purpose, policyVersion)} onChange={choose}>
        {say(`consents.statement.${purpose}`, { version: policyVersion })}
      </Check>
      <div id={id} className="soft">
        <p>{say(`consents.meaning.${purpose}`)}</p>
        <p role="status">{describeAnswer(consents, purpose, policyVersion)}</p>
      </div>
    </fieldset>
  );
}
