import { say } from '@/utils/i18n/say';
import { AT_REST, centred, MAX_SCALE, MIN_SCALE } from '@/utils/studio/place';
import { Button } from '@/utils/ui/Button';
import { Group, percent, Range } from './Field';
import type { Placing } from './PlaceLayer';

/** Where the subject lies in its frame, and how large. */
export function PlaceControls({ placing: { place, at, onMove, onSet } }: { readonly placing: Placing }) {
  const { frame, subject } = at(place);
  const isAtRest = place.x === 0 && place.y === 0 && place.scale === 1;
  return (
    <Group title={say('studio.placeTitle')}>
      <Range
        label={say('studio.placeScale')}
        value={place.scale}
        min={MIN_SCALE}
        max={MAX_SCALE}
        step={0.05}
        shown={percent(place.scale)}
        onMove={(scale) => onMove({ ...place, scale })}
        onSet={(scale) => onSet({ ...place, scale })}
      />
      <div className="actions">
        <Button onPress={() => subject && onSet(centred(place, frame, subject))} disabled={!subject}>
          {say('studio.placeCentre')}
        </Button>
        <Button onPress={() => onSet(AT_REST)} disabled={isAtRest}>
          {say('studio.placeReset')}
        </Button>
      </div>
      <p className="soft">{say('studio.placeHint')}</p>
    </Group>
  );
}
