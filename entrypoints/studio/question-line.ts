/**
 * What the worker is asked, one after the other: a file must not be made before its cutout is open. Of looks that wait, only the
 * newest is made. That is decided here and not by who asks, so that the next look begins when one is done, however busy the page is.
 */
import type { Question } from './desk';

export interface LineDeps {
  answer(question: Question): Promise<void>;
  /** A newer look has taken its place. */
  passOver(question: Question): void;
  /** Resolves when all that has been asked meanwhile has arrived. */
  heard(): Promise<void>;
}

/** @returns what takes the questions as they arrive */
export function createQuestionLine({ answer, passOver, heard }: LineDeps): (question: Question) => void {
  let line: Promise<unknown> = Promise.resolve();
  let look: { newest: Question } | null = null;
  const takeLook = (question: Question) => {
    if (look) {
      passOver(look.newest);
      look.newest = question;
      return;
    }
    const place = { newest: question };
    look = place;
    line = line.then(heard).then(() => {
      if (look === place) look = null;
      return answer(place.newest);
    });
  };
  return (question) => {
    if (question.kind === 'look') return takeLook(question);
    // What is asked now changes later looks, and not those before it.
    look = null;
    line = line.then(() => answer(question));
  };
}
