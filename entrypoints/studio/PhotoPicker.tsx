import { type ChangeEvent, useId, useState } from 'react';

export interface PhotoPickerProps {
  /** @returns whether it is a picture of the same size */
  readonly onPhoto: (photo: Blob) => Promise<boolean>;
}

/** Matte has not kept the photo, which is what most people want; who has it can lend it. */
export function PhotoPicker({ onPhoto }: PhotoPickerProps) {
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [photo] = target.files ?? [];
    if (photo) setRefused(!(await onPhoto(photo).catch(() => false)));
  };
  return (
    <div className="photo-picker">
      <p className="soft">
        To restore parts, Matte needs the photo, which it has not kept. Choose it here; in the dashboard you can have
        photos kept for an hour.
      </p>
      <label htmlFor={id}>The photo it was cut from</label>
      <input id={id} type="file" accept="image/*" onChange={(event) => void take(event)} />
      <p className="soft" role="alert">
        {isRefused
          ? 'That is another picture: its size is not that of the cutout. Choose the one it was cut from.'
          : ''}
      </p>
    </div>
  );
}
