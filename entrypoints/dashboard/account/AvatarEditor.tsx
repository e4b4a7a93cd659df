import { type ReactNode, useEffect, useRef, useState } from 'react';
import { saveAvatar } from '@/utils/account/avatar';
import type { AccountWorld } from '@/utils/account/ports';
import { say, sayWith } from '@/utils/i18n/say';
import { AccountForm } from '@/utils/pages/account/AccountForm';
import { describeRefusal, type Refusal } from '@/utils/pages/account/account-words';
import { Check } from '@/utils/pages/account/Check';
import { Button } from '@/utils/ui/Button';
import type { AvatarSource } from './avatar-file';
import { forEngine, toAvatar } from './avatar-picture';
import { CropBox } from './CropBox';
import { squareOf, WHOLE } from './crop';
import { cutOutAvatar } from './cut-out-avatar';

export interface AvatarEditorProps {
  readonly world: AccountWorld;
  readonly source: AvatarSource;
  /** @param said what has happened, or '' */
  readonly onClose: (said: string) => void;
}

export function AvatarEditor({ world, source: { bitmap, remark }, onClose }: AvatarEditorProps) {
  const [crop, setCrop] = useState(WHOLE);
  const [isCut, setCut] = useState(false);
  const stop = useStop(bitmap);
  const save = async (): Promise<Refusal | null> => {
    const made = await pictureOf();
    if ('sentence' in made) return made;
    const saved = await saveAvatar(world, made);
    if (!saved.ok) return describeRefusal(saved, 'unlock');
    onClose(say('account.avatarSaved'));
    return null;
  };
  const pictureOf = async () => {
    const square = squareOf(bitmap, crop);
    if (!isCut) return toAvatar(bitmap, square);
    const cut = await cutOutAvatar(world, await forEngine(bitmap, square), stop.current.signal);
    if ('sentence' in cut) return cut;
    const cutout = await createImageBitmap(cut.cutout);
    return toAvatar(cutout, squareOf(cutout, WHOLE)).finally(() => cutout.close());
  };
  return (
    <AccountForm
      label={say('account.crop')}
      verb={say('account.saveAvatar')}
      act={save}
      others={<Button onPress={() => onClose('')}>{say('account.cancel')}</Button>}
    >
      {remark && <p className="soft">{remark}</p>}
      <CropBox picture={bitmap} crop={crop} onChange={setCrop} />
      <Check isOn={isCut} onChange={setCut}>
        {sayWith<ReactNode>('account.removeBackground', { soft })}
      </Check>
    </AccountForm>
  );
}

const soft = (words: ReactNode[]) => (
  <span key="soft" className="soft">
    {words}
  </span>
);

/** With the editor go its pixels, and a job that still works on them. */
function useStop(bitmap: ImageBitmap) {
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => {
      current.abort();
      bitmap.close();
    };
  }, [bitmap]);
  return stop;
}
