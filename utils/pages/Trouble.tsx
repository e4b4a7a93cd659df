import { ADVICE, type ErrorCode } from '@/utils/errors';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';

/** In the place of a whole page: what happened, and the one way on. */
export function Trouble({ code }: { readonly code: ErrorCode }) {
  return (
    <main className="trouble">
      <Notice sentence={ADVICE[code].sentence} />
      <Button onPress={() => location.reload()}>Try again</Button>
    </main>
  );
}
