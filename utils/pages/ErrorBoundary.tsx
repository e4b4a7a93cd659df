/** The last resort: the popup could not read its own data. React offers error boundaries as classes only. */
import { Component, type ReactNode } from 'react';
import { MatteDb } from '@/utils/db';
import { faultOf, noteFault } from '@/utils/diagnostics/log';
import { ADVICE, codeOf } from '@/utils/errors';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  override state = { thrown: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown: thrown ?? 'unknown' };
  }

  override componentDidCatch(thrown: unknown) {
    void noteFault({ db: new MatteDb(), now: Date.now }, faultOf(thrown));
  }

  override render() {
    if (this.state.thrown === null) return this.props.children;
    return (
      <main className="popup">
        <Notice sentence={ADVICE[codeOf(this.state.thrown)].sentence} />
        <Button onPress={() => location.reload()}>Try again</Button>
      </main>
    );
  }
}
