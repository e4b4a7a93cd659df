/** A form's way: busy, refused with a sentence, waiting until the next try. What is thrown is said in its own words. */
import { type FormEvent, useState } from 'react';
import { codeOf } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Refusal } from './account-words';
import { useCountdown } from './use-countdown';

/** @param act null when it worked */
export function useSubmit(act: () => Promise<Refusal | null>) {
  const [isBusy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const { leftMs, start } = useCountdown();

  const submit = async () => {
    setBusy(true);
    setSentence(null);
    const refusal = await act().catch((error): Refusal => ({ sentence: sentenceOf(codeOf(error)) }));
    setBusy(false);
    setSentence(refusal?.sentence ?? null);
    start(refusal?.waitMs ?? 0);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && leftMs === 0) void submit();
  };
  return { isBusy, sentence, leftMs, onSubmit };
}
