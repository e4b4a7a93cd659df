/** Nothing is being worked on: where pictures are dropped, or the images of a page; then what it will take. */
import { useState } from 'react';
import { type Choice, choose } from '@/utils/batch/choose';
import type { MatteDb } from '@/utils/db';
import { locale, say } from '@/utils/i18n/say';
import type { Edits } from '@/utils/studio/edits';
import { BeforeStart } from './BeforeStart';
import { DropPlace } from './DropPlace';
import type { OfferedFile } from './dropped-files';
import { type Given, givenFile } from './given';
import { PageImages } from './PageImages';

export interface NewBatchProps {
  readonly db: MatteDb;
  /** Whose images to choose from; null for files. */
  readonly pageTab: number | null;
  readonly onPageLeft: () => void;
  readonly onStart: (given: readonly Given[], edits: Edits) => void;
}

interface Chosen {
  readonly given: readonly Given[];
  readonly left: Pick<Choice<OfferedFile>, 'skipped' | 'tooMany'>;
}

const NOTHING: Chosen = { given: [], left: { skipped: 0, tooMany: 0 } };

export function NewBatch({ db, pageTab, onPageLeft, onStart }: NewBatchProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const takeFiles = (files: readonly OfferedFile[]) => {
    const { taken, ...left } = choose(files, locale());
    setChosen({ given: taken.map(({ file }) => givenFile(file)), left });
  };
  const given = chosen?.given ?? [];
  if (chosen && given.length > 0) {
    return (
      <BeforeStart
        db={db}
        count={given.length}
        left={chosen.left}
        onStart={(edits) => onStart(given, edits)}
        onBack={() => setChosen(null)}
      />
    );
  }
  if (pageTab !== null) {
    const onChoose = (images: readonly Given[]) => setChosen({ ...NOTHING, given: images });
    return <PageImages tabId={pageTab} onChoose={onChoose} onLeave={onPageLeft} />;
  }
  return (
    <>
      <h2>{say('batch.title')}</h2>
      <DropPlace onFiles={takeFiles} />
      {chosen && <p role="alert">{say('batch.noPictures', { skipped: chosen.left.skipped })}</p>}
    </>
  );
}
