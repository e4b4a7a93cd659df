import { type MessageKey, say } from './say';

/** A table of sentences, each said when it is read: so it may stand at the top of a module, and follows the language. */
export function sayings<Name extends string>(keys: Readonly<Record<Name, MessageKey>>): Readonly<Record<Name, string>> {
  const read = ([name, key]: [string, MessageKey]) => [name, { enumerable: true, get: () => say(key) }] as const;
  const table = Object.entries<MessageKey>(keys).map(read);
  return Object.defineProperties({}, Object.fromEntries(table)) as Readonly<Record<Name, string>>;
}
