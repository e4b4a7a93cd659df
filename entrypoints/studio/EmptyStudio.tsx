import { useCallback, useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { Working } from '@/utils/pages/jobs/Working';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { useOwnJob } from './use-own-job';

/** The studio without a cutout: takes a picture by drop, paste or dialog, has it cut out, and opens that. */
export function EmptyStudio({ db }: { readonly db: MatteDb }) {
  const { job, problem, start } = useOwnJob(db);
  const [isOver, setOver] = useState(false);
  const onFiles = useCallback(([file]: readonly File[]) => file && start(file), [start]);
  const { open, input } = useFilePicker({
    accept: 'image/*',
    label: say('studio.emptyChoose'),
    isSingle: true,
    onFiles,
  });
  useEffect(() => onWindow(setOver, onFiles), [onFiles]);
  useEffect(() => {
    if (job?.status !== 'done') return;
    location.hash = job.id;
    location.reload();
  }, [job]);
  return (
    <main className="studio-closed">
      <h1>{say('studio.studio')}</h1>
      {problem && <Notice sentence={problem} />}
      <div className="studio-empty" data-over={isOver || undefined}>
        <p>{say('studio.emptyDrop')}</p>
        <Button kind="primary" onPress={open}>
          {say('studio.emptyChoose')}
        </Button>
        {input}
      </div>
      {job && <Working job={job} />}
      <a href="/dashboard.html#history">{say('studio.allCutouts')}</a>
    </main>
  );
}

/** Nothing else is here that could take a picture, so all of the window does. */
function onWindow(setOver: (isOver: boolean) => void, onFiles: (files: readonly File[]) => void): () => void {
  const stop = new AbortController();
  const take = (event: Event, data: DataTransfer | null) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(data?.files ?? []));
  };
  const { signal } = stop;
  const over = (event: Event) => {
    event.preventDefault();
    setOver(true);
  };
  document.addEventListener('dragover', over, { signal });
  document.addEventListener('dragleave', (event) => !event.relatedTarget && setOver(false), { signal });
  document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
  document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
  return () => stop.abort();
}
