import { useState } from 'react';
import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { Button } from '@/utils/ui/Button';

/** What it is needed for. */
const WHY = {
  blur: 'studio.photoToBlur',
  compare: 'studio.photoToCompare',
  restore: 'studio.photoToRestore',
} as const;

export interface PhotoPickerProps {
  readonly why: keyof typeof WHY;
  /** @returns whether it is a picture of the same size */
  readonly onPhoto: (photo: Blob) => Promise<boolean>;
}

/** Matte has not kept the photo, which is what most people want; who has it can lend it. */
export function PhotoPicker({ why, onPhoto }: PhotoPickerProps) {
  const [isRefused, setRefused] = useState(false);
  const { open, input } = useFilePicker({
    accept: 'image/*',
    label: say('studio.photoLabel'),
    isSingle: true,
    onFiles: ([photo]) => {
      if (photo)
        void onPhoto(photo).then(
          (fits) => setRefused(!fits),
          () => setRefused(true),
        );
    },
  });
  return (
    <div className="photo-picker">
      <p className="soft">{say(WHY[why])}</p>
      <Button onPress={open}>{say('studio.photoChoose')}</Button>
      {input}
      <p className="soft" role="alert">
        {isRefused ? say('studio.photoRefused') : ''}
      </p>
    </div>
  );
}
