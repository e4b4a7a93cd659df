/** Why a picture ran where it ran, in plain words. Pure; the diagnostics hold the same as codes. */
import type { Backend, RungNote, RungVerdict } from '../jobs/rungs';
import { RUNG_WORDS } from './describe-settings';

type Refusal = Exclude<RungVerdict, 'used'>;

/** A verdict without a sentence is a compile error. */
const SENTENCES: Readonly<Record<Refusal, (name: string) => string>> = {
  'not-asked': (name) => `${name}: left out by the settings.`,
  'no-adapter': () => 'The browser offers no graphics card.',
  'software-adapter': () => 'The graphics card is only imitated by the processor, which is quicker by itself.',
  'no-f16': () => 'The graphics card does not know half precision.',
  limits: (name) => `${name}: the network does not fit into its buffers.`,
  'no-threads': () => 'The browser allows one thread only.',
  'failed-before': (name) => `${name}: failed lately, and is tried again after a browser update or two weeks.`,
  'failed-now': (name) => `${name}: failed on this picture.`,
};

/** One sentence for each reason, the best rung's first. Empty when nothing is known (cutouts of 0.1.0). */
export function describeWhy(why: readonly RungNote[]): string[] {
  if (why.length === 0) return [];
  const used = why.find(({ verdict }) => verdict === 'used');
  const reasons = new Map<Refusal, Backend[]>();
  for (const { rung, verdict } of why) {
    if (verdict !== 'used') reasons.set(verdict, [...(reasons.get(verdict) ?? []), rung]);
  }
  const sentences = [...reasons].map(([verdict, rungs]) => SENTENCES[verdict](nameOf(rungs)));
  if (used?.detail) sentences.push('The graphics card was lost on the way and found again.');
  return sentences.length > 0 ? sentences : ['The fastest way that there is.'];
}

function nameOf(rungs: readonly Backend[]): string {
  const [first] = rungs;
  if (rungs.length === 1 && first) return RUNG_WORDS[first];
  if (rungs.every((rung) => rung.startsWith('webgpu'))) return 'Graphics card';
  return rungs.every((rung) => rung.startsWith('wasm')) ? 'Processor' : 'Graphics card and several threads';
}
