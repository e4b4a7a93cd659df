/** A file that could not be cut, as the JSON line says it. */
import SENTENCES from '../../locales/en/errors.json' with { type: 'json' };

/** An error code with its sentence: the extension's own, or a better one for the command line. */
export class Failure extends Error {
  constructor(code, sentence = SENTENCES[code] ?? SENTENCES.internal) {
    super(sentence);
    this.code = code;
  }
}

const DIED =
  'The browser stopped while it worked on this picture. Close other programs to free memory, then run again.';

/** The code and sentence of anything thrown; a browser that died under the job is a crashed engine. */
export function toFailure(thrown) {
  return thrown instanceof Failure ? thrown : new Failure('engine-crashed', DIED);
}
