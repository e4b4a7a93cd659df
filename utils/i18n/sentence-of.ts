import type { ErrorCode } from '../errors';
import { say } from './say';

/** What happened and what to do next, in one breath. */
export function sentenceOf(code: ErrorCode): string {
  return say(`errors.${code}`);
}
