import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import { Button } from '@/utils/ui/Button';
import { diagnosticsText } from '@/utils/ui/diagnostics';
import { readFacts } from './facts';

export interface CopyDiagnosticsProps {
  readonly db: MatteDb;
  /** The cutout that was finished last. */
  readonly last: Job | null;
}

type Fate = 'none' | 'copied' | 'refused';

export function CopyDiagnostics({ db, last }: CopyDiagnosticsProps) {
  const [fate, setFate] = useState<Fate>('none');
  const copy = async () => navigator.clipboard.writeText(diagnosticsText(await readFacts(db, last)));
  const onPress = () =>
    void copy().then(
      () => setFate('copied'),
      () => setFate('refused'),
    );
  return <Button onPress={onPress}>{say(`support.copy.${fate}`)}</Button>;
}
