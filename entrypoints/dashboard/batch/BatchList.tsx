/** Hundreds of pictures, of which only what is in sight is in the page. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Batch } from '@/utils/batch/batch-store';
import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import type { Previews } from '../history/previews';
import { BatchItem } from './BatchItem';
import type { BatchActions } from './use-batch-actions';

export interface BatchListProps {
  readonly vault: Vault;
  /** In order. */
  readonly jobs: readonly Job[];
  readonly previews: Previews;
  readonly batch: Batch;
  readonly actions: BatchActions;
}

/** One line of it; a long sentence makes it higher, and it is measured. */
const LINE_PX = 60;

export function BatchList({ jobs, batch, actions, vault, previews }: BatchListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtual = useWindowVirtualizer({
    count: jobs.length,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => jobs[index]?.id ?? index,
    overscan: 6,
    scrollMargin: top,
    useFlushSync: false,
  });
  return (
    <ul
      ref={list}
      className="batch-list"
      aria-label={say('batch.pictures')}
      style={{ blockSize: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const job = jobs[index];
        return (
          job && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={jobs.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <BatchItem vault={vault} job={job} previews={previews} batch={batch} actions={actions} />
            </li>
          )
        );
      })}
    </ul>
  );
}
