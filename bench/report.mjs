/** Where results go: a table for people, one JSON object for programs; stdout carries only one of the two. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../scripts/setup/say.mjs';

/** @param {string | undefined} json file for the object, `-` for stdout, nothing for none */
export function report(text, object, json) {
  const body = `${JSON.stringify(object, null, json === '-' ? 0 : 2)}\n`;
  if (json === '-') {
    say(text);
    process.stdout.write(body);
    return;
  }
  process.stdout.write(`${text}\n`);
  if (!json) return;
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, body);
}
