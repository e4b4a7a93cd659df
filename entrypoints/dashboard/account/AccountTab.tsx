import type { TabProps } from '../App';

export function AccountTab(_: TabProps) {
  return <h2>Account</h2>;
}
