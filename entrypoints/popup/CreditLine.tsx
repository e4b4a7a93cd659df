/** What is left to spend: one quiet line, and a second one only when that runs out. */
import { say } from '@/utils/i18n/say';
import { type CreditFacts, describeCredits } from '@/utils/ui/describe-credits';

export function CreditLine({ credits }: { readonly credits: CreditFacts }) {
  const { tone, sentence, more } = describeCredits(credits);
  return (
    <section className="credits" data-tone={tone} aria-label={say('popup.credits')}>
      <p>{sentence}</p>
      {more && <p className="soft">{more}</p>}
    </section>
  );
}
