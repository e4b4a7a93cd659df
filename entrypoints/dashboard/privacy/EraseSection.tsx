import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { GUEST } from '@/utils/credits/ledger';
import { say } from '@/utils/i18n/say';
import { isOpen, type Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';
import { eraseHistory, eraseOwner } from '@/utils/privacy/erase';
import type { Receipt } from '@/utils/privacy/receipt';
import type { Subject } from '@/utils/privacy/subject';
import { Button } from '@/utils/ui/Button';
import { Verified } from './Verified';

export interface EraseSectionProps {
  readonly world: AccountWorld;
  readonly subject: Subject;
  readonly onErased: (receipt: Receipt) => void;
}

const QUESTIONS = {
  history: {
    title: 'privacy.deleteHistoryAsk',
    description: 'privacy.deleteHistoryWhat',
    verb: 'privacy.deleteHistory',
  },
  account: {
    title: 'privacy.deleteAccountAsk',
    description: 'privacy.deleteAccountWhat',
    verb: 'privacy.deleteAccount',
  },
  everything: {
    title: 'privacy.deleteEverythingAsk',
    description: 'privacy.deleteEverythingWhat',
    verb: 'privacy.deleteEverything',
  },
} as const;

/** Whom it was asked for: while an account goes, the session becomes a guest’s. */
interface Asked {
  readonly what: keyof typeof QUESTIONS;
  readonly subject: Subject;
}

export function EraseSection({ world, subject, onErased }: EraseSectionProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const whole = subject.owner === GUEST ? 'everything' : 'account';
  const erase = async (wish: Asked) => {
    const erasing = { ...world, retireJob };
    const receipt = await (wish.what === 'history' ? eraseHistory : eraseOwner)(erasing, wish.subject);
    setAsked(null);
    onErased(receipt);
  };
  return (
    <section aria-label={say('privacy.delete')}>
      <h2>{say('privacy.delete')}</h2>
      <p>{say('privacy.deleteMeaning')}</p>
      <div className="actions">
        <Button onPress={() => setAsked({ what: 'history', subject })}>{say('privacy.deleteHistory')}</Button>
        <Button onPress={() => setAsked({ what: whole, subject })}>{say(QUESTIONS[whole].verb)}</Button>
      </div>
      {asked && (
        <Verified
          title={say(QUESTIONS[asked.what].title)}
          description={say(QUESTIONS[asked.what].description)}
          verb={say(QUESTIONS[asked.what].verb)}
          world={world}
          isGuest={asked.subject.owner === GUEST}
          onClose={() => setAsked(null)}
          onVerified={() => erase(asked)}
        />
      )}
    </section>
  );
}

/** Its row goes in any case; an engine that cannot be reached ends into nothing. */
async function retireJob(job: Job): Promise<void> {
  await sendMessage(isOpen(job) ? 'cancelJob' : 'reportSeen', { jobId: job.id }).catch(() => undefined);
}
