import { say } from '@/utils/i18n/say';
import { CONSENTS_ID } from '@/utils/pages/consents/ConsentPanel';
import { Button } from '@/utils/ui/Button';

/** @param hasDays something was counted before */
export function NothingCounted({ hasDays }: { readonly hasDays: boolean }) {
  const show = () => {
    const heading = document.getElementById(CONSENTS_ID);
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus();
  };
  return (
    <div className="nothing-counted">
      <p>{say(hasDays ? 'statistics.noLonger' : 'statistics.notYet')}</p>
      <Button onPress={show}>{say('statistics.chooseCounted')}</Button>
    </div>
  );
}
