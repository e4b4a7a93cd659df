import type { TabProps } from '../App';

export function HistoryTab(_: TabProps) {
  return <h2>History</h2>;
}
