/** A policy that is new to an account: what is new in it, and a question that may wait. Nothing stops until it is answered. */
import { useEffect, useRef, useState } from 'react';
import { agreesTo, type Consent, lastAnswer, mustAskAgain } from '@/utils/account/consent';
import { policyDifference } from '@/utils/account/policy';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { Button } from '@/utils/ui/Button';
import { PolicyChanges } from './PolicyChanges';
import { giveAnswer } from './use-consents';

export interface PolicyUpdateProps {
  readonly world: AccountWorld;
  readonly session: Session;
}

const LATER = 'Everything goes on as before. You are asked again next time.';

export function PolicyUpdate({ world, session }: PolicyUpdateProps) {
  const [said, setSaid] = useState<string | null>(null);
  const { policyVersion } = world;
  if (said !== null) return <Said sentence={said} />;
  if (session.state !== 'unlocked' || !mustAskAgain(session.account.consents, policyVersion)) return null;
  const { consents } = session.account;
  const restsUntilAsked = lastAnswer(consents, 'statistics')?.given && !agreesTo(consents, 'statistics', policyVersion);
  const agree = async () => {
    const isWritten = await giveAnswer(world, session, { purpose: 'policy', given: true });
    setSaid(isWritten ? `You agreed to policy ${policyVersion}.` : 'That could not be written down. Open Matte again.');
  };
  return (
    <section className="policy-update" aria-labelledby="policy-update">
      <h3 id="policy-update">{titleOf(consents, policyVersion)}</h3>
      <PolicyChanges {...policyDifference(lastAgreedTo(consents), policyVersion)} />
      {restsUntilAsked && <p>Your cutouts are not counted until you agree to that again, in the Statistics tab.</p>}
      <div className="actions">
        <Button kind="primary" onPress={() => void agree()}>
          Agree
        </Button>
        <Button onPress={() => setSaid(LATER)}>Not now</Button>
      </div>
    </section>
  );
}

/** To who took a consent back, the text is not new. */
function titleOf(consents: readonly Consent[], policyVersion: string): string {
  const isNew = lastAnswer(consents, 'policy')?.policyVersion !== policyVersion;
  return isNew ? `Policy ${policyVersion} is new` : `An account needs your consent to policy ${policyVersion}`;
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
