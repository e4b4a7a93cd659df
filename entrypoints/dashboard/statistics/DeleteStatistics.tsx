import { useEffect, useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
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
        <Button onPress={() => setAsking(true)}>{say('statistics.deleteAll')}</Button>
      </div>
    );
  }
  return (
    <fieldset className="actions">
      <legend className="unseen">{say('statistics.deleteAll')}</legend>
      <p>{say('statistics.deleteAsk')}</p>
      <Button onPress={() => void deleteStatistics(db, owner)}>{say('statistics.delete')}</Button>
      <Button ref={keep} onPress={() => setAsking(false)}>
        {say('statistics.keep')}
      </Button>
    </fieldset>
  );
}
