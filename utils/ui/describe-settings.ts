/** The settings in plain words. Pure, like all words; a choice without words is a compile error. */
import { sayings } from '../i18n/sayings';
import type { Quality } from '../jobs/job';
import { type Backend, type BackendChoice, RUNGS } from '../jobs/rungs';

export interface OptionWords {
  readonly name: string;
  readonly meaning: string;
}

export const QUALITY_WORDS: Readonly<Record<Quality, OptionWords>> = {
  fast: sayings({ name: 'words.quality.fast', meaning: 'words.qualityMeans.fast' }),
  balanced: sayings({ name: 'words.quality.balanced', meaning: 'words.qualityMeans.balanced' }),
  best: sayings({ name: 'words.quality.best', meaning: 'words.qualityMeans.best' }),
};

/** What most people choose between. */
export const USUAL_CHOICES = ['auto', 'webgpu', 'wasm'] as const satisfies readonly BackendChoice[];

export const CHOICE_WORDS: Readonly<Record<(typeof USUAL_CHOICES)[number], OptionWords>> = {
  auto: sayings({ name: 'words.choice.auto', meaning: 'words.choiceMeans.auto' }),
  webgpu: sayings({ name: 'words.choice.webgpu', meaning: 'words.choiceMeans.webgpu' }),
  wasm: sayings({ name: 'words.choice.wasm', meaning: 'words.choiceMeans.wasm' }),
};

export const FORCED_WORDS: OptionWords = sayings({ name: 'words.choice.only', meaning: 'words.choiceMeans.only' });

export const RUNG_WORDS: Readonly<Record<Backend, string>> = sayings({
  'webgpu-fp16': 'words.rung.webgpu-fp16',
  'webgpu-fp32': 'words.rung.webgpu-fp32',
  'wasm-threads': 'words.rung.wasm-threads',
  wasm: 'words.rung.wasm',
});

/** The one rung that a choice forces, or null. */
export function forcedRung(choice: BackendChoice): Backend | null {
  return RUNGS.find((rung) => choice === `only:${rung}`) ?? null;
}

export function describeChoice(choice: BackendChoice): string {
  const usual = USUAL_CHOICES.find((each) => each === choice);
  return usual ? CHOICE_WORDS[usual].name : FORCED_WORDS.name;
}
