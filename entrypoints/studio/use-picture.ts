/** One's own picture for the background: taken, kept beside the cutout, shown to the worker, and taken away again. */
import { useState } from 'react';
import { backgroundPicture } from '@/utils/browser/background-picture';
import type { MatteDb } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { keepGround } from '@/utils/history/originals';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Host } from './host';

export interface OwnPicture {
  /** Another number is another picture; 0 is none. */
  readonly version: number;
  /** Why the last one was refused, or ''. */
  readonly refusal: string;
  /** @returns whether it was taken */
  take(file: Blob): Promise<boolean>;
  remove(): Promise<void>;
}

export function usePicture(db: MatteDb, host: Host, entryId: string, isThere: boolean): OwnPicture {
  const [version, setVersion] = useState(isThere ? 1 : 0);
  const [refusal, setRefusal] = useState('');
  const put = async (picture: Blob | null) => {
    await host.picture(picture);
    await keepGround(db, entryId, picture);
    setVersion((before) => (picture ? before + 1 : 0));
    setRefusal('');
  };
  return {
    version,
    refusal,
    async take(file) {
      try {
        await put(await backgroundPicture(file));
        return true;
      } catch (error) {
        setRefusal(sentenceOf(codeOf(error)));
        return false;
      }
    },
    remove: () => put(null),
  };
}
