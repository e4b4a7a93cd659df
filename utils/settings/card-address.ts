/**
 * What stands behind the `#` of a card's address: its job, and how it looks. The card's first words then need not wait for an
 * answer from background, which cost 80 ms on a busy machine. The page round it cannot read a frame's address. Pure.
 */
import { parseSettings, type Settings } from './settings';

export interface CardAddress extends Pick<Settings, 'language' | 'theme'> {
  readonly jobId: string;
}

export function writeAddress({ jobId, language, theme }: CardAddress): string {
  return [jobId, language, theme].join('/');
}

/** Whatever is missing or unknown is as if it had never been set; the id is as it stands there. */
export function readAddress(fragment: string): CardAddress {
  const [jobId = '', language, theme] = fragment.split('/');
  const settings = parseSettings([
    { key: 'language', value: language },
    { key: 'theme', value: theme },
  ]);
  return { jobId, language: settings.language, theme: settings.theme };
}
