/**
 * Says things in the language that is spoken. English is always at hand; `speak` changes it for the whole context, before
 * anything is shown. Sentences are ICU messages in `locales/<language>/<part>.json`, so call this where something is shown
 * and never at the top of a module, where no language has been chosen yet.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { ENGLISH, type Messages } from './english';

type Part = keyof Messages;
/** `<part>.<name>`, as in `popup.drop`. */
export type MessageKey = { [P in Part]: `${P}.${keyof Messages[P] & string}` }[Part];
export type Values = Readonly<Record<string, string | number | Date>>;

interface Spoken {
  readonly messages: Messages;
  /** BCP 47, with the region whose dates and numbers the reader is used to. */
  readonly locale: string;
  readonly formats: Map<MessageKey, IntlMessageFormat>;
}

let spoken: Spoken = { messages: ENGLISH, locale: 'en', formats: new Map() };

/** From now on everything is said with these messages; `locale` decides plurals, dates and numbers. */
export function speak(messages: Messages, locale: string): void {
  spoken = { messages, locale, formats: new Map() };
}

/** The locale for `Intl` and `toLocaleString`, e.g. `de-AT`. */
export function locale(): string {
  return spoken.locale;
}

/** A plain sentence. Throws what intl-messageformat throws when a value is missing, which a unit test makes impossible. */
export function say(key: MessageKey, values?: Values): string {
  return String(formatOf(key).format(values));
}

/** A sentence with marked parts, `<b>so</b>`: each tag is a function from its children to what stands in their place. */
export function sayWith<Piece>(
  key: MessageKey,
  values: Readonly<Record<string, string | number | Date | Piece | ((children: (string | Piece)[]) => Piece)>>,
): (string | Piece)[] {
  const said = formatOf(key).format<Piece>(values);
  return Array.isArray(said) ? said : [said];
}

function formatOf(key: MessageKey): IntlMessageFormat {
  const known = spoken.formats.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(messageOf(spoken.messages, key), spoken.locale);
  spoken.formats.set(key, format);
  return format;
}

function messageOf(messages: Messages, key: MessageKey): string {
  const dot = key.indexOf('.');
  const part: Readonly<Record<string, string>> = messages[key.slice(0, dot) as Part];
  return part[key.slice(dot + 1)] ?? key;
}
