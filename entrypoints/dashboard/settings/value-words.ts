/** What a setting is set to, in the words of its control. A setting without words is a compile error. */
import { OWN_NAMES } from '@/utils/i18n/language';
import { locale, say } from '@/utils/i18n/say';
import type { Settings } from '@/utils/settings/settings';
import type { SettingChange } from '@/utils/settings/settings-file';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { describeChoice, QUALITY_WORDS } from '@/utils/ui/describe-settings';
import { KEEP_WORDS } from '../history/KeepSettings';
import { describe } from './setting-list';

type Words = { readonly [Key in keyof Settings]: (value: Settings[Key]) => string };

const onOrOff = (isOn: boolean) => (isOn ? say('settings.on') : say('settings.off'));

const THEME_KEYS = { auto: 'settings.automatic', light: 'settings.light', dark: 'settings.dark' } as const;

const BACKGROUND_KEYS = { transparent: 'settings.transparent', white: 'settings.white' } as const;

const WORDS: Words = {
  language: (wish) => (wish === 'auto' ? say('settings.automatic') : OWN_NAMES[wish]),
  theme: (theme) => say(THEME_KEYS[theme]),
  quality: (quality) => QUALITY_WORDS[quality].name,
  backend: (choice) => describeChoice(choice),
  copyAutomatically: onOrOff,
  copyBackground: (background) => say(BACKGROUND_KEYS[background]),
  exportFormat: (format) => (format === 'webp' ? 'WebP' : format.toUpperCase()),
  exportQuality: (quality) => quality.toLocaleString(locale(), { style: 'percent' }),
  keepResults: (span) => say(KEEP_WORDS[span]),
  keepBytes: (bytes) => describeBytes(bytes),
  keepAddresses: onOrOff,
  keepPhotos: onOrOff,
  filenamePattern: (pattern) => pattern,
  cards: (cards) => say('settings.siteCount', { count: Object.keys(cards).length }),
  presets: (presets) => say('settings.presetCount', { count: presets.length }),
  lockAfter: (minutes) => say('settings.minutes', { minutes }),
};

/** `Theme: Light, now Dark`. */
export function describeChange<Key extends keyof Settings>({ key, from, to }: SettingChange<Key>): string {
  const words = WORDS[key];
  // Presets are made in the studio, and have no line on this page.
  const name = key === 'presets' ? say('settings.presets') : describe(key).name;
  return say('settings.changed', { name, from: words(from), to: words(to) });
}
