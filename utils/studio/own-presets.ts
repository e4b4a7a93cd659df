/** Looks that the user has given names. A list in the settings, so it passes through `parsePresets`. Pure. */
import { type Background, type Edits, NO_EDITS, parseEdits } from './edits';
import type { Look, Preset } from './presets';

export interface OwnPreset extends Preset {
  readonly name: string;
}

export const MAX_PRESETS = 50;
/** Characters, as people count them. */
export const MAX_PRESET_NAME = 40;

/** A picture as background is this cutout's own, and lies beside it. */
const BACKGROUNDS: readonly Background['kind'][] = ['transparent', 'colour', 'gradient'];

export type PresetRefusal = 'nameless' | 'too-long' | 'taken' | 'too-many' | 'gone';
export type ChangedPresets =
  | { readonly ok: true; readonly presets: readonly OwnPreset[] }
  | { readonly ok: false; readonly reason: PresetRefusal };

/** Whatever is no preset is left out, as is one whose name or id is there already; never throws. */
export function parsePresets(value: unknown): readonly OwnPreset[] {
  const presets: OwnPreset[] = [];
  for (const each of Array.isArray(value) ? (value as unknown[]) : []) {
    const preset = parsePreset(each);
    if (preset && refusalOf(preset, presets) === null) presets.push(preset);
  }
  return presets;
}

/** @param id new, and never given again */
export function addPreset(presets: readonly OwnPreset[], id: string, name: string, edits: Edits): ChangedPresets {
  const preset = { id, name: cleanName(name), look: lookOf(edits) };
  const reason = refusalOf(preset, presets);
  return reason ? { ok: false, reason } : { ok: true, presets: [...presets, preset] };
}

export function renamePreset(presets: readonly OwnPreset[], id: string, name: string): ChangedPresets {
  const found = presets.find((preset) => preset.id === id);
  if (!found) return { ok: false, reason: 'gone' };
  const renamed = { ...found, name: cleanName(name) };
  const others = presets.filter((preset) => preset !== found);
  const reason = refusalOf(renamed, others);
  if (reason) return { ok: false, reason };
  return { ok: true, presets: presets.map((preset) => (preset === found ? renamed : preset)) };
}

export function removePreset(presets: readonly OwnPreset[], id: string): ChangedPresets {
  const others = presets.filter((preset) => preset.id !== id);
  return others.length === presets.length ? { ok: false, reason: 'gone' } : { ok: true, presets: others };
}

/** All that can be seen of the edits but the strokes; a background that is no preset's is none. */
export function lookOf({ background, frame, shadow, edge }: Edits): Look & Pick<Edits, 'edge'> {
  const isKept = BACKGROUNDS.includes(background.kind);
  return { background: isKept ? background : NO_EDITS.background, frame, shadow, edge };
}

function parsePreset(value: unknown): OwnPreset | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, look } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || typeof name !== 'string') return null;
  return { id, name: cleanName(name), look: lookOf(parseEdits(look)) };
}

/** Names that differ in capitals alone would be mistaken for each other. */
function refusalOf({ id, name }: OwnPreset, others: readonly OwnPreset[]): PresetRefusal | null {
  if (name === '') return 'nameless';
  if ([...name].length > MAX_PRESET_NAME) return 'too-long';
  if (others.length >= MAX_PRESETS) return 'too-many';
  const isTaken = others.some((other) => other.id === id || other.name.toLowerCase() === name.toLowerCase());
  return isTaken ? 'taken' : null;
}

/** Control and direction characters would make a list unreadable. */
function cleanName(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
