/** Why a picture ran where it ran, in plain words. Pure; the diagnostics hold the same as codes. */
import { say } from '../i18n/say';
import type { Backend, RungNote, RungVerdict } from '../jobs/rungs';
import { RUNG_WORDS } from './describe-settings';

type Refusal = Exclude<RungVerdict, 'used'>;

/** One sentence for each reason, the best rung's first. Empty when nothing is known (cutouts of 0.1.0). */
export function describeWhy(why: readonly RungNote[]): string[] {
  if (why.length === 0) return [];
  const used = why.find(({ verdict }) => verdict === 'used');
  const reasons = new Map<Refusal, Backend[]>();
  for (const { rung, verdict } of why) {
    if (verdict !== 'used') reasons.set(verdict, [...(reasons.get(verdict) ?? []), rung]);
  }
  const sentences = [...reasons].map(([verdict, rungs]) => say(`words.why.${verdict}`, { name: nameOf(rungs) }));
  if (used?.detail) sentences.push(say('words.whyLost'));
  return sentences.length > 0 ? sentences : [say('words.whyFastest')];
}

function nameOf(rungs: readonly Backend[]): string {
  const [first] = rungs;
  if (rungs.length === 1 && first) return RUNG_WORDS[first];
  if (rungs.every((rung) => rung.startsWith('webgpu'))) return say('words.rungs.gpu');
  return rungs.every((rung) => rung.startsWith('wasm')) ? say('words.rungs.cpu') : say('words.rungs.both');
}
