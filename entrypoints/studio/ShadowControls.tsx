import { say } from '@/utils/i18n/say';
import type { Shadow } from '@/utils/studio/edits';
import { Choice, Group, percent, Range } from './Field';
import type { Editing } from './use-edits';

const kinds = () =>
  [
    ['none', say('studio.shadowNone')],
    ['drop', say('studio.shadowDrop')],
    ['contact', say('studio.shadowContact')],
  ] as const;

export function ShadowControls({ editing: { edits, move, change } }: { readonly editing: Editing }) {
  const { shadow } = edits;
  const shaded = (part: Partial<Shadow>) => ({ ...edits, shadow: { ...shadow, ...part } });
  const sliding = (part: (value: number) => Partial<Shadow>) => ({
    onMove: (value: number) => move(shaded(part(value))),
    onSet: (value: number) => change(shaded(part(value))),
  });
  return (
    <Group title={say('studio.shadowTitle')}>
      <Choice
        label={say('studio.shadowKind')}
        options={kinds()}
        value={shadow.kind}
        onChoose={(kind) => change(shaded({ kind }))}
      />
      {shadow.kind === 'drop' && (
        <>
          <Range
            label={say('studio.angle')}
            value={shadow.angle}
            max={360}
            step={5}
            shown={`${shadow.angle}°`}
            {...sliding((angle) => ({ angle }))}
          />
          <Range
            label={say('studio.shadowDistance')}
            value={shadow.distance}
            max={0.5}
            shown={percent(shadow.distance)}
            {...sliding((distance) => ({ distance }))}
          />
        </>
      )}
      {shadow.kind !== 'none' && (
        <>
          <Range
            label={say('studio.shadowSoftness')}
            value={shadow.blur}
            max={0.2}
            shown={percent(shadow.blur)}
            {...sliding((blur) => ({ blur }))}
          />
          <Range
            label={say('studio.shadowStrength')}
            value={shadow.opacity}
            max={1}
            shown={percent(shadow.opacity)}
            {...sliding((opacity) => ({ opacity }))}
          />
        </>
      )}
    </Group>
  );
}
