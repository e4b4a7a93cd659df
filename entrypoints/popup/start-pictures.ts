/** Files somebody dropped, pasted or picked → jobs. What could not be started comes back as sentences. */
import { withoutEnding } from '@/utils/browser/picture-name';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { StartRequest } from '@/utils/messaging';

export type Start = (request: StartRequest) => Promise<{ jobId: string } | { error: ErrorCode }>;

export interface Complaint {
  readonly about: string;
  readonly sentence: string;
}

/** One after the other, so that they run in the order in which they were given. */
export async function startPictures(files: readonly File[], start: Start): Promise<readonly Complaint[]> {
  if (files.length === 0) return [{ about: '', sentence: say('popup.noPicture') }];
  const complaints: Complaint[] = [];
  for (const file of files) {
    const sentence = await startPicture(file, start);
    if (sentence) complaints.push({ about: file.name, sentence });
  }
  return complaints;
}

async function startPicture(file: File, start: Start): Promise<string | null> {
  if (!mayBePicture(file)) return say('popup.notAPicture');
  try {
    // The job's name is what its download will be called.
    const answer = await start({ picture: file, name: withoutEnding(file.name) || 'picture' });
    return 'error' in answer ? sentenceOf(answer.error) : null;
  } catch (thrown) {
    return sentenceOf(codeOf(thrown));
  }
}

/** The system knows no type for some picture files; the decoder will tell. */
function mayBePicture(file: File): boolean {
  return file.type === '' || file.type.startsWith('image/');
}
