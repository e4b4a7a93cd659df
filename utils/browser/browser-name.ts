import { say } from '../i18n/say';

const SYSTEMS = [
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Mac OS/],
  ['Linux', /Linux/],
] as const;

/** For people, like "Chrome 156 on Linux". */
export function browserName(userAgent: string): string {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  const system = SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0] ?? say('words.otherSystem');
  return version ? say('words.browserOn', { version, system }) : say('words.unknownBrowserOn', { system });
}
