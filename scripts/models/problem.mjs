/** What the person at the keyboard can put right: printed as one sentence, without a stack. */
class Problem extends Error {}

/**
 * @param {string} sentence what is wrong and what to do next
 * @param {unknown} [cause]
 */
export function problem(sentence, cause) {
  return new Problem(sentence, { cause });
}

/** @param {unknown} error */
export function isProblem(error) {
  return error instanceof Problem;
}
