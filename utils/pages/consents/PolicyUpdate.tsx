/** A policy that is new to an account: what is new in it, and a question that may wait. Nothing stops until it is answered. */
import { useEffect, useRef, useState } from 'react';
import { agreesTo, type Consent, lastAnswer, mustAskAgain } from '@/utils/account/consent';
import { policyDifference } from '@/utils/account/policy';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { PolicyChanges } from './PolicyChanges';
import { giveAnswer } from './use-consents';

export interface PolicyUpdateProps {
  readonly world: AccountWorld;
  readonly session: Session;
}

export function PolicyUpdate({ world, session }: PolicyUpdateProps) {
  const [said, setSaid] = useState<string | null>(null);
  const { policyVersion } = world;
  if (said !== null) return <Said sentence={said} />;
  if (session.state !== 'unlocked' || !mustAskAgain(session.account.consents, policyVersion)) return null;
  const { consents } = session.account;
  const restsUntilAsked = lastAnswer(consents, 'statistics')?.given && !agreesTo(consents, 'statistics', policyVersion);
  const agree = async () => {
    const isWritten = await giveAnswer(world, session, { purpose: 'policy', given: true });
    setSaid(isWritten ? say('consents.agreedNow', { version: policyVersion }) : say('consents.agreeFailed'));
  };
  return (
    <section className="policy-update" aria-labelledby="policy-update">
      <h3 id="policy-update">{titleOf(consents, policyVersion)}</h3>
      <PolicyChanges {...policyDifference(lastAgreedTo(consents), policyVersion)} />
      {restsUntilAsked && <p>{say('consents.notCounted')}</p>}
      <div className="actions">
        <Button kind="primary" onPress={() => void agree()}>
          {say('consents.agree')}
        </Button>
        <Button onPress={() => setSaid(say('consents.later'))}>{say('consents.notNow')}</Button>
      </div>
    </section>
  );
}

/** To who took a consent back, the text is not new. */
function titleOf(consents: readonly Consent[], version: string): string {
  const isNew = lastAnswer(consents, 'policy')?.policyVersion !== version;
  return isNew ? say('consents.policyNew', { version }) : say('consents.policyNeeded', { version });
}

function lastAgreedTo(consents: readonly Consent[]): string | null {
  return consents.findLast(({ purpose, given }) => purpose === 'policy' && given)?.policyVersion ?? null;
}

/** The buttons have gone: the focus goes where the answer is repeated. */
function Said({ sentence }: { readonly sentence: string }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <p role="status" tabIndex={-1} ref={text} className="policy-answered soft">
      {sentence}
    </p>
  );
}
