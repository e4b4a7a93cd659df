import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { decodePng } from '@/utils/browser/decode-png';
import { codeOf } from '@/utils/errors';
import { entriesToDrop, type Kept, limitsOf } from '@/utils/history/retention';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { useSettings } from '@/utils/pages/use-settings';
import { importExport } from '@/utils/privacy/import';
import { Button } from '@/utils/ui/Button';
import { describeImport, describeImportRefusal } from './privacy-words';

/** Cutouts back out of an export. What it grants nobody is said beforehand. */
export function ImportPart({ world }: { readonly world: AccountWorld }) {
  const { settings } = useSettings(world.db);
  const [status, setStatus] = useState('');
  const [isBusy, setBusy] = useState(false);
  const take = async (zip: File) => {
    const onProgress = (done: number, of: number) => setStatus(say('privacy.cutoutsOf', { done, of }));
    const wouldDrop = (entries: readonly Kept[]) => entriesToDrop(entries, limitsOf(settings), Date.now());
    const importing = { db: world.db, wouldDrop, decode: decodePng, now: Date.now, onProgress };
    const outcome = await importExport(importing, zip);
    setStatus(outcome.ok ? describeImport(outcome.summary) : describeImportRefusal(outcome.reason));
  };
  const onFiles = ([zip]: readonly File[]) => {
    if (!zip) return;
    setBusy(true);
    setStatus(say('privacy.importing'));
    take(zip)
      .catch((error) => setStatus(sentenceOf(codeOf(error))))
      .finally(() => setBusy(false));
  };
  const picker = useFilePicker({
    accept: '.zip,application/zip',
    label: say('privacy.chooseExport'),
    isSingle: true,
    onFiles,
  });
  return (
    <>
      <p>{say('privacy.importMeaning')}</p>
      <div className="actions">
        <Button onPress={picker.open} disabled={isBusy}>
          {say('privacy.import')}
        </Button>
        {picker.input}
        <span role="status">{status}</span>
      </div>
    </>
  );
}
