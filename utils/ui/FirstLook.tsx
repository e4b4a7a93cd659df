import { say } from '../i18n/say';

/** Says of the picture below it that it is not the result yet. */
export function FirstLook() {
  return <span className="chip">{say('words.firstLook')}</span>;
}
