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
      <p>
        {hasDays
          ? 'Nothing is counted at present. What was counted before stays for 12 months, or until you delete it.'
          : 'Nothing is counted unless you want it. What is counted stays on this device, and nobody else gets it.'}
      </p>
      <Button onPress={show}>Choose what is counted</Button>
    </div>
  );
}
