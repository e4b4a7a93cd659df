import type { ErrorCode } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';

/** In the place of a whole page: what happened, and the one way on. */
export function Trouble({ code }: { readonly code: ErrorCode }) {
  return (
    <main className="trouble">
      <Notice sentence={sentenceOf(code)} />
      <Button onPress={() => location.reload()}>{say('pages.tryAgain')}</Button>
    </main>
  );
}
