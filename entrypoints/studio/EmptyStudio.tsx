import { useCallback, useEffect } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { Working } from '@/utils/pages/jobs/Working';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { useIncomingFiles } from '@/utils/pages/use-incoming-files';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { useOwnJob } from './use-own-job';

/** The studio without a cutout: takes a picture by drop, paste or dialog, has it cut out, and opens that. */
export function EmptyStudio({ db }: { readonly db: MatteDb }) {
  const { job, problem, start } = useOwnJob(db);
  const onFiles = useCallback(([file]: readonly File[]) => file && start(file), [start]);
  const { open, input } = useFilePicker({
    accept: 'image/*',
    label: say('studio.emptyChoose'),
    isSingle: true,
    onFiles,
  });
  const { isDragging } = useIncomingFiles(onFiles);
  useEffect(() => {
    if (job?.status !== 'done') return;
    location.hash = job.id;
    location.reload();
  }, [job]);
  return (
    <main className="studio-closed">
      <h1>{say('studio.studio')}</h1>
      {problem && <Notice sentence={problem} />}
      <div className="studio-empty" data-over={isDragging || undefined}>
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
