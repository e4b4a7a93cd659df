import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { decodePng } from '@/utils/browser/decode-png';
import { codeOf } from '@/utils/errors';
import { entriesToDrop, type Kept, limitsOf } from '@/utils/history/retention';
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
    const onProgress = (done: number, of: number) => setStatus(`${done} of ${of} cutouts`);
    const wouldDrop = (entries: readonly Kept[]) => entriesToDrop(entries, limitsOf(settings), Date.now());
    const importing = { db: world.db, wouldDrop, decode: decodePng, now: Date.now, onProgress };
    const outcome = await importExport(importing, zip);
    setStatus(outcome.ok ? describeImport(outcome.summary) : describeImportRefusal(outcome.reason));
  };
  const onFiles = ([zip]: readonly File[]) => {
    if (!zip) return;
    setBusy(true);
    setStatus('Importing …');
    take(zip)
      .catch((error) => setStatus(sentenceOf(codeOf(error))))
      .finally(() => setBusy(false));
  };
  const picker = useFilePicker({
    accept: '.zip,application/zip',
    label: 'Choose an export',
    isSingle: true,
    onFiles,
  });
  return (
    <>
      <p>Cutouts of an export come back into your history. Credits and memberships do not come with them.</p>
      <div className="actions">
        <Button onPress={picker.open} disabled={isBusy}>
          Import cutouts
        </Button>
        {picker.input}
        <span role="status">{status}</span>
      </div>
    </>
  );
}
