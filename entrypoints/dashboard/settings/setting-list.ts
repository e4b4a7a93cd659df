/** All settings in the order of the page, with the sentences that name them: what is shown, and what can be searched. */
import { LANGUAGES, OWN_NAMES } from '@/utils/i18n/language';
import { type MessageKey, say } from '@/utils/i18n/say';
import type { Findable } from '@/utils/settings/find-settings';

interface Described {
  readonly name: MessageKey;
  readonly meaning: MessageKey;
  /** What can be chosen there. */
  readonly options?: readonly MessageKey[];
}

const SETTINGS = {
  language: { name: 'settings.language', meaning: 'settings.languageMeaning', options: ['settings.automatic'] },
  theme: {
    name: 'settings.theme',
    meaning: 'settings.themeMeaning',
    options: ['settings.automatic', 'settings.light', 'settings.dark'],
  },
  quality: { name: 'settings.quality', meaning: 'settings.qualityMeaning' },
  backend: { name: 'settings.backend', meaning: 'settings.backendMeaning' },
  copyAutomatically: { name: 'settings.copyAutomatically', meaning: 'settings.copyAutomaticallyMeaning' },
  copyBackground: {
    name: 'settings.copyBackground',
    meaning: 'settings.copyBackgroundMeaning',
    options: ['settings.transparent', 'settings.white'],
  },
  exportFormat: { name: 'settings.exportFormat', meaning: 'settings.exportFormatMeaning' },
  exportQuality: { name: 'settings.exportQuality', meaning: 'settings.exportQualityMeaning' },
  filenamePattern: { name: 'settings.fileNames', meaning: 'settings.fileNamesMeaning' },
  keepResults: { name: 'settings.keepResults', meaning: 'settings.keepResultsMeaning' },
  keepBytes: { name: 'settings.keepBytes', meaning: 'settings.keepBytesMeaning' },
  keepAddresses: { name: 'settings.keepAddresses', meaning: 'settings.keepAddressesMeaning' },
  keepPhotos: { name: 'settings.keepPhotos', meaning: 'settings.keepPhotosMeaning' },
  lockAfter: { name: 'settings.lockAfter', meaning: 'settings.lockAfterMeaning' },
  cards: { name: 'settings.cards', meaning: 'settings.cardsMeaning', options: ['settings.cardShown'] },
  siteAccess: { name: 'settings.siteAccess', meaning: 'settings.siteAccessMeaning' },
  shortcuts: { name: 'settings.shortcuts', meaning: 'settings.shortcutsMeaning' },
  settingsFile: { name: 'settings.file', meaning: 'settings.fileMeaning' },
  reset: { name: 'settings.reset', meaning: 'settings.resetMeaning' },
} as const satisfies Readonly<Record<string, Described>>;

export type SettingId = keyof typeof SETTINGS;

export const SECTIONS = [
  { id: 'look', title: 'settings.look', settings: ['language', 'theme'] },
  { id: 'cutting', title: 'settings.cutting', settings: ['quality', 'backend'] },
  { id: 'copy', title: 'settings.copy', settings: ['copyAutomatically', 'copyBackground'] },
  { id: 'export', title: 'settings.export', settings: ['exportFormat', 'exportQuality', 'filenamePattern'] },
  { id: 'history', title: 'settings.history', settings: ['keepResults', 'keepBytes', 'keepAddresses', 'keepPhotos'] },
  { id: 'account', title: 'settings.account', settings: ['lockAfter'] },
  { id: 'sites', title: 'settings.sites', settings: ['cards', 'siteAccess'] },
  { id: 'keyboard', title: 'settings.keyboard', settings: ['shortcuts'] },
  { id: 'transfer', title: 'settings.transfer', settings: ['settingsFile', 'reset'] },
] as const satisfies readonly { id: string; title: MessageKey; settings: readonly SettingId[] }[];

export type SectionId = (typeof SECTIONS)[number]['id'];

export function describe(id: SettingId): { readonly name: string; readonly meaning: string } {
  return { name: say(SETTINGS[id].name), meaning: say(SETTINGS[id].meaning) };
}

/** A section’s title finds all that is in it. */
export function findables(): readonly Findable<SettingId>[] {
  return SECTIONS.flatMap(({ title, settings }) =>
    settings.map((id) => ({ id, words: [say(title), ...Object.values(describe(id)), ...optionWords(id)] })),
  );
}

function optionWords(id: SettingId): readonly string[] {
  const described: Described = SETTINGS[id];
  const options = (described.options ?? []).map((key) => say(key));
  return id === 'language' ? [...options, ...LANGUAGES.map((language) => OWN_NAMES[language])] : options;
}
