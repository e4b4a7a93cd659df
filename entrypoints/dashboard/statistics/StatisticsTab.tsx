import type { TabProps } from '../App';

export function StatisticsTab(_: TabProps) {
  return <h2>Statistics</h2>;
}
