import { useState } from 'react';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { Button } from '@/utils/ui/Button';

export interface PhotoPickerProps {
  /** @returns whether it is a picture of the same size */
  readonly onPhoto: (photo: Blob) => Promise<boolean>;
}

/** Matte has not kept the photo, which is what most people want; who has it can lend it. */
export function PhotoPicker({ onPhoto }: PhotoPickerProps) {
  const [isRefused, setRefused] = useState(false);
  const { open, input } = useFilePicker({
    accept: 'image/*',
    label: 'The photo it was cut from',
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
      <p className="soft">
        To restore parts, Matte needs the photo, which it has not kept. Choose it here; in the dashboard you can have
        photos kept for an hour.
      </p>
      <Button onPress={open}>Choose the photo</Button>
      {input}
      <p className="soft" role="alert">
        {isRefused
          ? 'That is another picture: its size is not that of the cutout. Choose the one it was cut from.'
          : ''}
      </p>
    </div>
  );
}
