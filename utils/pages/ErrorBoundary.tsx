/** The last resort: the popup could not read its own data. React offers error boundaries as classes only. */
import { Component, type ReactNode } from 'react';
import { codeOf } from '@/utils/errors';
import { Trouble } from './Trouble';

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  override state = { thrown: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown: thrown ?? 'unknown' };
  }

  override render() {
    if (this.state.thrown === null) return this.props.children;
    return <Trouble code={codeOf(this.state.thrown)} />;
  }
}
