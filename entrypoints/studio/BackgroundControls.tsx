import { PipetteIcon } from 'lucide-react';
import { Toggle } from 'radix-ui';
import { say } from '@/utils/i18n/say';
import { type Background, type Colour, MAX_BLUR, NO_EDITS } from '@/utils/studio/edits';
import { ColourField } from './ColourField';
import { Choice, Group, Range } from './Field';
import { PhotoPicker, type PhotoPickerProps } from './PhotoPicker';
import { PictureControls } from './PictureControls';
import { RecentSwatches, Swatches } from './Swatches';
import type { Editing } from './use-edits';
import type { OwnPicture } from './use-picture';
import type { RecentColours } from './use-recent-colours';
import type { Mode } from './use-tools';

const kinds = () =>
  [
    ['transparent', say('studio.backTransparent')],
    ['colour', say('studio.backColour')],
    ['gradient', say('studio.backGradient')],
    ['image', say('studio.backImage')],
    ['blur', say('studio.backBlur')],
  ] as const;

const USUAL: Readonly<Record<Exclude<Background['kind'], 'image'>, Background>> = {
  transparent: NO_EDITS.background,
  colour: { kind: 'colour', colour: '#ffffff' },
  gradient: { kind: 'gradient', colours: ['#ffffff', '#c9d3e0'], angle: 90 },
  blur: { kind: 'blur', radius: 0.02 },
};

export interface BackgroundControlsProps {
  readonly editing: Editing;
  readonly picture: OwnPicture;
  readonly recent: RecentColours;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly hasPhoto: boolean;
  readonly onPhoto: PhotoPickerProps['onPhoto'];
}

export function BackgroundControls(props: BackgroundControlsProps) {
  const { mode, onMode, recent, picture } = props;
  const { edits, move, change } = props.editing;
  const { background } = edits;
  const on = (next: Background) => ({ ...edits, background: next });
  const setting = { onMove: (next: Background) => move(on(next)), onSet: (next: Background) => change(on(next)) };
  return (
    <Group title={say('studio.backTitle')}>
      <Choice
        label={say('studio.backKind')}
        options={kinds()}
        value={background.kind}
        onChoose={(kind) => change(on(kind === 'image' ? picture.usual : USUAL[kind]))}
      />
      <Swatches background={background} onChoose={setting.onSet} />
      <RecentSwatches background={background} recent={recent.recent} onChoose={setting.onSet} />
      <Toggle.Root
        className="button"
        pressed={mode === 'pick'}
        onPressedChange={(isOn) => onMode(isOn ? 'pick' : 'place')}
      >
        <PipetteIcon />
        {say('studio.pick')}
      </Toggle.Root>
      {background.kind === 'colour' && (
        <ColourField
          label={say('studio.colourAny')}
          value={background.colour}
          onMove={(colour) => move(on({ kind: 'colour', colour }))}
          onSet={(colour) => {
            change(on({ kind: 'colour', colour }));
            recent.remember(colour);
          }}
        />
      )}
      {background.kind === 'gradient' && <Gradient background={background} {...setting} />}
      {background.kind === 'image' && <PictureControls background={background} {...setting} {...props} />}
      {background.kind === 'blur' && <Blur background={background} {...setting} {...props} />}
    </Group>
  );
}

interface Setting {
  readonly onMove: (next: Background) => void;
  readonly onSet: (next: Background) => void;
}

type GradientProps = Setting & { readonly background: Background & { readonly kind: 'gradient' } };

function Gradient({ background, onMove, onSet }: GradientProps) {
  const [first, second] = background.colours;
  const with1 = (colour: Colour): Background => ({ ...background, colours: [colour, second] });
  const with2 = (colour: Colour): Background => ({ ...background, colours: [first, colour] });
  return (
    <>
      <ColourField
        label={say('studio.colourFrom')}
        value={first}
        onMove={(c) => onMove(with1(c))}
        onSet={(c) => onSet(with1(c))}
      />
      <ColourField
        label={say('studio.colourTo')}
        value={second}
        onMove={(c) => onMove(with2(c))}
        onSet={(c) => onSet(with2(c))}
      />
      <Range
        label={say('studio.angle')}
        value={background.angle}
        max={360}
        step={5}
        shown={`${background.angle}°`}
        onMove={(angle) => onMove({ ...background, angle })}
        onSet={(angle) => onSet({ ...background, angle })}
      />
    </>
  );
}

type BlurProps = Setting &
  Pick<BackgroundControlsProps, 'hasPhoto' | 'onPhoto'> & {
    readonly background: Background & { readonly kind: 'blur' };
  };

function Blur({ background, onMove, onSet, hasPhoto, onPhoto }: BlurProps) {
  if (!hasPhoto) return <PhotoPicker why="blur" onPhoto={onPhoto} />;
  return (
    <Range
      label={say('studio.blurRadius')}
      value={background.radius}
      max={MAX_BLUR}
      step={MAX_BLUR / 20}
      shown={`${Math.round((background.radius / MAX_BLUR) * 100)} %`}
      onMove={(radius) => onMove({ kind: 'blur', radius })}
      onSet={(radius) => onSet({ kind: 'blur', radius })}
    />
  );
}
