import { describe, expect, it } from 'vitest';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import {
  addPreset,
  type ChangedPresets,
  MAX_PRESETS,
  type OwnPreset,
  parsePresets,
  removePreset,
  renamePreset,
} from '@/utils/studio/own-presets';
import { applyPreset, fitsPreset, NO_PRESET, PRESETS } from '@/utils/studio/presets';

const LOOK: Edits = {
  ...NO_EDITS,
  strokes: [{ brush: 'erase', size: 0.1, softness: 0.5, points: [0.5, 0.5] }],
  edge: { ...NO_EDITS.edge, feather: 0.01 },
  background: { kind: 'colour', colour: '#2459d3' },
  frame: { ...NO_EDITS.frame, aspect: '1:1', margin: 0.1 },
};

function presetsOf(changed: ChangedPresets): readonly OwnPreset[] {
  if (!changed.ok) throw new Error(changed.reason);
  return changed.presets;
}
const one = presetsOf(addPreset([], 'a', 'Blue', LOOK));

describe('own presets', () => {
  it('give another picture the same look, and never its strokes', () => {
    const [preset] = one;
    if (!preset) throw new Error('no preset');
    expect(applyPreset(NO_EDITS, preset)).toEqual({ ...LOOK, strokes: [] });
    expect(applyPreset({ ...NO_EDITS, strokes: LOOK.strokes }, preset)).toEqual(LOOK);
    expect(JSON.stringify(one)).not.toContain('points');
  });

  it('come back from storage as they were', () => {
    expect(parsePresets(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it.each([null, 'x', {}, [null], [1], [{ id: 'a' }], [{ id: '', name: 'A', look: {} }], [{ id: 'a', name: ' ' }]])(
    '%j is none',
    (value) => {
      expect(parsePresets(value)).toEqual([]);
    },
  );

  it('with a broken look, or a background that is this cutout’s alone, have what can be had', () => {
    const [parsed] = parsePresets([{ id: 'a', name: 'A', look: { background: { kind: 'picture' }, edge: 3 } }]);
    expect(parsed?.look).toEqual({ ...NO_PRESET.look, edge: NO_EDITS.edge });
  });

  it.each([
    ['', 'nameless'],
    [' \u202e\n', 'nameless'],
    ['x'.repeat(41), 'too-long'],
    ['bLuE', 'taken'],
  ])('%j cannot be a name: %s', (name, reason) => {
    expect(addPreset(one, 'b', name, LOOK)).toEqual({ ok: false, reason });
  });

  it('names are 40 characters as people count them, on one line, without direction marks', () => {
    expect(addPreset(one, 'b', '🦆'.repeat(40), LOOK).ok).toBe(true);
    expect(presetsOf(addPreset(one, 'b', ' Red\n\u202ewall ', LOOK))[1]?.name).toBe('Red wall');
  });

  it('are at most fifty, also when storage holds more', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ id: `${i}`, name: `N${i}`, look: {} }));
    const kept = parsePresets(many);
    expect(kept).toHaveLength(MAX_PRESETS);
    expect(addPreset(kept, 'x', 'X', LOOK)).toEqual({ ok: false, reason: 'too-many' });
    expect(renamePreset(kept, '3', 'Three').ok).toBe(true);
  });

  it('are renamed and removed by their id', () => {
    const two = presetsOf(addPreset(one, 'b', 'Red', LOOK));
    expect(presetsOf(renamePreset(two, 'a', 'Sky')).map(({ name }) => name)).toEqual(['Sky', 'Red']);
    expect(presetsOf(renamePreset(two, 'a', 'BLUE')).map(({ name }) => name)).toEqual(['BLUE', 'Red']);
    expect(renamePreset(two, 'a', 'red')).toEqual({ ok: false, reason: 'taken' });
    expect(presetsOf(removePreset(two, 'a')).map(({ id }) => id)).toEqual(['b']);
    expect(renamePreset(two, 'z', 'Z')).toEqual({ ok: false, reason: 'gone' });
    expect(removePreset(two, 'z')).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('presets that come with Matte', () => {
  it('say nothing about the edge: it stays, and they fit all the same', () => {
    for (const preset of PRESETS) {
      const edits = applyPreset(LOOK, preset);
      expect(edits.edge).toEqual(LOOK.edge);
      expect([NO_PRESET, ...PRESETS].filter((each) => fitsPreset(edits, each))).toEqual([preset]);
    }
  });
});
