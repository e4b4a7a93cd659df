/** The settings in plain words. Pure, like all words; a choice without words is a compile error. */
import type { Quality } from '../jobs/job';
import { type Backend, type BackendChoice, RUNGS } from '../jobs/rungs';

export interface OptionWords {
  readonly name: string;
  readonly meaning: string;
}

export const QUALITY_WORDS: Readonly<Record<Quality, OptionWords>> = {
  fast: { name: 'Fast', meaning: 'Done soonest. Edges may be a little rough.' },
  balanced: { name: 'Balanced', meaning: 'Clean edges without a long wait.' },
  best: { name: 'Best', meaning: 'The finest hair and fur. Takes longest.' },
};

/** What most people choose between. */
export const USUAL_CHOICES = ['auto', 'webgpu', 'wasm'] as const satisfies readonly BackendChoice[];

export const CHOICE_WORDS: Readonly<Record<(typeof USUAL_CHOICES)[number], OptionWords>> = {
  auto: { name: 'Automatic', meaning: 'The fastest way that works on this machine.' },
  webgpu: { name: 'Graphics card', meaning: 'Fast, but fails where there is none to use.' },
  wasm: { name: 'Processor', meaning: 'Slower, and works everywhere.' },
};

export const FORCED_WORDS: OptionWords = {
  name: 'One way only',
  meaning: 'To find faults: no other way is tried.',
};

export const RUNG_WORDS: Readonly<Record<Backend, string>> = {
  'webgpu-fp16': 'Graphics card (half precision)',
  'webgpu-fp32': 'Graphics card (full precision)',
  'wasm-threads': 'Processor (several threads)',
  wasm: 'Processor (one thread)',
};

/** The one rung that a choice forces, or null. */
export function forcedRung(choice: BackendChoice): Backend | null {
  return RUNGS.find((rung) => choice === `only:${rung}`) ?? null;
}

export function describeChoice(choice: BackendChoice): string {
  const usual = USUAL_CHOICES.find((each) => each === choice);
  return usual ? CHOICE_WORDS[usual].name : FORCED_WORDS.name;
}
