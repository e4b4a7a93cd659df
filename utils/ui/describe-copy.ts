import { sayings } from '../i18n/sayings';

/** Why a picture did not get onto the clipboard, and what to do. One sentence for each reason of `copyImage`. */
export const COPY_PROBLEMS = sayings({
  'not-focused': 'words.copyProblem.not-focused',
  blocked: 'words.copyProblem.blocked',
});
