import { type ReactNode, useState } from 'react';
import { addDays } from '@/utils/calendar';
import { type Filter, type HostCount, isNarrowed, NO_FILTER } from '@/utils/history/search';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';

export interface FiltersProps {
  readonly filter: Filter;
  readonly hosts: readonly HostCount[];
  readonly today: string;
  readonly onChange: (filter: Filter) => void;
}

/** The last so many days, today among them. */
const SPANS = [1, 7, 30] as const;

export function Filters({ filter, hosts, today, onChange }: FiltersProps) {
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  return (
    <search className="filters">
      <Labelled label={say('history.search')} className="grow">
        <input type="search" value={filter.text} onChange={({ target }) => set({ text: target.value })} />
      </Labelled>
      <DayFilter filter={filter} today={today} onChange={set} />
      <Labelled label={say('history.fromPage')}>
        <select value={filter.host ?? '*'} onChange={({ target }) => set({ host: hostOf(target.value) })}>
          <option value="*">{say('history.everyPage')}</option>
          {withChosen(hosts, filter.host).map(({ host, count }) => (
            <option key={host} value={host}>
              {say('history.pageCount', { page: host || say('history.noPage'), count })}
            </option>
          ))}
        </select>
      </Labelled>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.pinnedOnly}
          onChange={({ target }) => set({ pinnedOnly: target.checked })}
        />
        {say('history.pinnedOnly')}
      </label>
      {isNarrowed(filter) && <Button onPress={() => onChange(NO_FILTER)}>{say('history.showAll')}</Button>}
    </search>
  );
}

/** No page has this for its host. */
function hostOf(value: string): string | null {
  return value === '*' ? null : value;
}

/** What is chosen stays to be seen, also where nothing of it is left. */
function withChosen(hosts: readonly HostCount[], chosen: string | null): readonly HostCount[] {
  const isMissing = chosen !== null && !hosts.some(({ host }) => host === chosen);
  return isMissing ? [...hosts, { host: chosen, count: 0 }] : hosts;
}

interface DayFilterProps extends Pick<FiltersProps, 'filter' | 'today'> {
  readonly onChange: (days: Pick<Filter, 'from' | 'to'>) => void;
}

function DayFilter({ filter: { from, to }, today, onChange }: DayFilterProps) {
  const [isChoosing, setChoosing] = useState(false);
  const isAny = from === null && to === null;
  const span = to === null ? SPANS.find((days) => from === addDays(today, 1 - days)) : undefined;
  const chosen = isAny ? '' : 'days';
  const choose = (value: string) => {
    setChoosing(value === 'days');
    if (value !== 'days') onChange({ from: value === '' ? null : addDays(today, 1 - Number(value)), to: null });
  };
  return (
    <>
      <Labelled label={say('history.made')}>
        <select value={(isChoosing && 'days') || (span ?? chosen)} onChange={({ target }) => choose(target.value)}>
          <option value="">{say('history.anyTime')}</option>
          {SPANS.map((days) => (
            <option key={days} value={days}>
              {days === 1 ? say('history.today') : say('history.lastDays', { days })}
            </option>
          ))}
          <option value="days">{say('history.chooseDays')}</option>
        </select>
      </Labelled>
      {(isChoosing || (!isAny && !span)) && (
        <>
          <DayField label={say('history.fromDay')} value={from} onChange={(day) => onChange({ from: day, to })} />
          <DayField label={say('history.toDay')} value={to} onChange={(day) => onChange({ from, to: day })} />
        </>
      )}
    </>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <Labelled label={label}>
      <input type="date" value={value ?? ''} onChange={({ target }) => onChange(target.value || null)} />
    </Labelled>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Labelled({ label, className = '', children }: LabelledProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={`labelled ${className}`}>
      <span>{label}</span>
      {children}
    </label>
  );
}
