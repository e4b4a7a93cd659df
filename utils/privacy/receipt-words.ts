/** A receipt in words: what the tab shows, and the text that is saved. */
import { type MessageKey, say } from '../i18n/say';
import { labelOf } from './holding-words';
import type { Deleted, Receipt, Remainder } from './receipt';

const TITLES: Readonly<Record<Deleted, MessageKey>> = {
  account: 'privacy.deletedAccount',
  everything: 'privacy.deletedEverything',
  history: 'privacy.deletedHistory',
};

export function receiptTitle({ deleted }: Receipt): string {
  return say(TITLES[deleted]);
}

export function describeRemainder({ count, what, why }: Remainder): string {
  return say('privacy.remainder', { count, what: say(what), why: say(why) });
}

/** @param when the time of it, in the user's language */
export function receiptText(receipt: Receipt, when: string): string {
  const { lines, remainders } = receipt;
  return [
    say('privacy.receiptHead', { title: receiptTitle(receipt) }),
    when,
    '',
    say('privacy.countedTitle'),
    ...lines.map(({ table, before, after }) => say('privacy.receiptLine', { label: labelOf(table), before, after })),
    '',
    say(remainders.length > 0 ? 'privacy.remainsTitle' : 'privacy.nothingRemains'),
    ...remainders.map(describeRemainder),
    '',
  ].join('\n');
}
