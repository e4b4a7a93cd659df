import { ScissorsIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Working } from '@/utils/pages/jobs/Working';
import { Button } from '@/utils/ui/Button';
import { LinkButton } from '@/utils/ui/LinkButton';
import { Notice } from '@/utils/ui/Notice';
import { Compare } from './Compare';
import { CopyButton } from './CopyButton';
import { Panel } from './Panel';
import { SAMPLE } from './sample';
import { prewarmForVisitor, type SampleState, useSample } from './use-sample';

/** Try it, right here. */
export function SamplePanel({ vault }: { readonly vault: Vault }) {
  useEffect(prewarmForVisitor, []);
  const { sample, start } = useSample(vault, say('welcome.sampleName'));
  return (
    <Panel title={say('welcome.sampleTitle')}>
      <Picture sample={sample} />
      {sample.state === 'failed' && (
        <Notice sentence={sentenceOf(sample.code)}>
          <Button onPress={start}>{say('welcome.again')}</Button>
        </Notice>
      )}
      {sample.state === 'done' && (
        <>
          <p role="status">{say('welcome.sampleDone')}</p>
          <div className="actions">
            <CopyButton cutout={sample.cutout} />
            <LinkButton href={`/studio.html#${sample.job.id}`}>{say('welcome.edit')}</LinkButton>
          </div>
        </>
      )}
      {(sample.state === 'idle' || sample.state === 'starting') && (
        <>
          <div className="actions">
            <Button kind="primary" icon={<ScissorsIcon />} disabled={sample.state === 'starting'} onPress={start}>
              {say('welcome.sampleStart')}
            </Button>
          </div>
          <p className="soft">{say('welcome.sampleFree')}</p>
        </>
      )}
    </Panel>
  );
}

function Picture({ sample }: { readonly sample: SampleState }) {
  if (sample.state === 'done') return <Compare cutout={sample.cutout} />;
  return (
    <>
      <div className="sample">
        <img src={SAMPLE.path} alt={say('welcome.sampleAlt')} width={SAMPLE.width} height={SAMPLE.height} />
      </div>
      {sample.state === 'working' && <Working job={sample.job} />}
    </>
  );
}
