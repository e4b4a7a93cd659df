import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { GUEST } from '@/utils/credits/ledger';
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
    title: 'Delete history?',
    description: 'All your cutouts go from this browser, pinned ones too. There is no other copy.',
    verb: 'Delete history',
  },
  account: {
    title: 'Delete account?',
    description:
      'Your account goes from this browser, with its cutouts, credits, Pro, statistics and log. There is no other copy: export first if you want one.',
    verb: 'Delete account',
  },
  everything: {
    title: 'Delete everything?',
    description:
      'Your cutouts, credits, Pro and statistics go from this browser. There is no other copy: export first if you want one.',
    verb: 'Delete everything',
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
    <section aria-label="Delete">
      <h2>Delete</h2>
      <p>At once, and without a way back. A receipt counts what went, and says what remains and why.</p>
      <div className="actions">
        <Button onPress={() => setAsked({ what: 'history', subject })}>Delete history</Button>
        <Button onPress={() => setAsked({ what: whole, subject })}>{QUESTIONS[whole].verb}</Button>
      </div>
      {asked && (
        <Verified
          {...QUESTIONS[asked.what]}
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
