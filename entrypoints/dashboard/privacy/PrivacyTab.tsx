import type { TabProps } from '../App';

export function PrivacyTab(_: TabProps) {
  return <h2>Privacy</h2>;
}
