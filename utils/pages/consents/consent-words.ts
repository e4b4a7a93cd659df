/** Answers in plain words. Pure. */
import { agreesTo, type Consent, lastAnswer, type Purpose } from '@/utils/account/consent';
import { joinSentences } from '@/utils/i18n/join-sentences';
import { locale, say } from '@/utils/i18n/say';

/** @param policyVersion the newest */
export function describeAnswer(consents: readonly Consent[], purpose: Purpose, policyVersion: string): string {
  const last = lastAnswer(consents, purpose);
  if (!last) return say('consents.unanswered');
  const day = new Date(last.at).toLocaleDateString(locale(), { dateStyle: 'medium' });
  const answer = { day, version: last.policyVersion };
  if (!last.given) return say('consents.saidNo', answer);
  const said = say('consents.agreed', answer);
  if (agreesTo(consents, purpose, policyVersion)) return said;
  return joinSentences([said, say(`consents.rests.${purpose}`, { version: policyVersion })]);
}
