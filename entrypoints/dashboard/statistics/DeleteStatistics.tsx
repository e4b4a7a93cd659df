import { useEffect, useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { deleteStatistics } from '@/utils/statistics/counter';
import { Button } from '@/utils/ui/Button';

export interface DeleteStatisticsProps {
  readonly db: MatteDb;
  readonly owner: string;
}

/** Asks once more: counts cannot be brought back. */
export function DeleteStatistics({ db, owner }: DeleteStatisticsProps) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <div className="actions">
        <Button onPress={() => setAsking(true)}>Delete statistics</Button>
      </div>
    );
  }
  return (
    <fieldset className="actions">
      <legend className="unseen">Delete statistics</legend>
      <p>Delete all counts? They cannot be brought back.</p>
      <Button onPress={() => void deleteStatistics(db, owner)}>Delete</Button>
      <Button ref={keep} onPress={() => setAsking(false)}>
        Keep
      </Button>
    </fieldset>
  );
}
