import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import type { Background } from '@/utils/studio/edits';
import { Button } from '@/utils/ui/Button';
import { ColourField } from './ColourField';
import { Choice } from './Field';
import type { OwnPicture } from './use-picture';

const fits = () =>
  [
    ['fill', say('studio.imageFill')],
    ['fit', say('studio.imageWhole')],
  ] as const;

export interface PictureControlsProps {
  readonly background: Background & { readonly kind: 'image' };
  readonly onMove: (next: Background) => void;
  readonly onSet: (next: Background) => void;
  readonly picture: OwnPicture;
}

/** A picture of one's own behind the cutout: which, how large, and the colour of what it leaves free. */
export function PictureControls({ background, onMove, onSet, picture }: PictureControlsProps) {
  const { open, input } = useFilePicker({
    accept: 'image/*',
    label: say('studio.imageLabel'),
    isSingle: true,
    onFiles: ([file]) => file && void picture.take(file),
  });
  const has = picture.shown > 0;
  return (
    <>
      <div className="actions">
        <Button onPress={open}>{say(has ? 'studio.imageReplace' : 'studio.imageChoose')}</Button>
        {has && <Button onPress={picture.remove}>{say('studio.imageRemove')}</Button>}
      </div>
      {input}
      {!has && <p className="soft">{say('studio.imageHint')}</p>}
      {has && (
        <Choice
          label={say('studio.imageFit')}
          options={fits()}
          value={background.fit}
          onChoose={(fit) => onSet({ ...background, fit })}
        />
      )}
      {(background.fit === 'fit' || !has) && (
        <ColourField
          label={say('studio.imageAround')}
          value={background.colour}
          onMove={(colour) => onMove({ ...background, colour })}
          onSet={(colour) => onSet({ ...background, colour })}
        />
      )}
    </>
  );
}
