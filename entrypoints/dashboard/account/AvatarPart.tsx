import { type DragEvent, useState } from 'react';
import { removeAvatar } from '@/utils/account/avatar';
import { say } from '@/utils/i18n/say';
import { Avatar } from '@/utils/pages/account/Avatar';
import { useAvatar } from '@/utils/pages/account/use-avatar';
import { useFocusBack } from '@/utils/pages/account/use-focus';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { Button } from '@/utils/ui/Button';
import { AvatarEditor } from './AvatarEditor';
import { type AvatarSource, openAvatarFile } from './avatar-file';
import type { OpenProps } from './OpenSections';

/** The picture of the account: choose or drop a file, crop it, remove it. */
export function AvatarPart({ world, session }: OpenProps) {
  const avatar = useAvatar(session);
  const [source, setSource] = useState<AvatarSource | null>(null);
  const [sentence, setSentence] = useState('');
  const [said, setSaid] = useState('');
  const choose = useFocusBack(source !== null);
  const take = async (file: File | undefined) => {
    setSaid('');
    const opened = file ? await openAvatarFile(file) : { sentence: say('account.avatarDropped') };
    setSentence('sentence' in opened ? opened.sentence : '');
    if ('bitmap' in opened) setSource(opened);
  };
  const picker = useFilePicker({
    accept: 'image/*',
    label: say('account.avatar'),
    isSingle: true,
    onFiles: ([file]) => void take(file),
  });
  const close = (words: string) => {
    setSource(null);
    setSaid(words);
  };
  const remove = () => {
    choose.current?.focus();
    void removeAvatar(world).then(({ ok }) => ok && setSaid(say('account.avatarRemoved')));
  };
  if (source) return <AvatarEditor world={world} source={source} onClose={close} />;
  return (
    <div className="avatar-part" {...dropping((file) => void take(file))}>
      <Avatar picture={avatar} name={session.name || session.email} />
      <div className="actions">
        <Button ref={choose} onPress={picker.open}>
          {say(avatar ? 'account.changeAvatar' : 'account.chooseAvatar')}
        </Button>
        {avatar && <Button onPress={remove}>{say('account.removeAvatar')}</Button>}
        <p className="soft">{say('account.avatarHow')}</p>
        <div role="alert" className="refusal">
          {sentence}
        </div>
        <p role="status" className="said">
          {said}
        </p>
      </div>
      {picker.input}
    </div>
  );
}

function dropping(onFile: (file: File | undefined) => void) {
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      onFile(event.dataTransfer.files[0]);
    },
  };
}
