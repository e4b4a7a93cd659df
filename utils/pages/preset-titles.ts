import type { MessageKey } from '@/utils/i18n/say';
import { say } from '@/utils/i18n/say';
import type { OwnPreset } from '@/utils/studio/own-presets';
import type { BuiltInId, Preset } from '@/utils/studio/presets';

/** By what they are for; a preset without words is a compile error. */
const TITLES: Readonly<Record<BuiltInId, MessageKey>> = {
  shopSquare: 'studio.presetShopSquare',
  shopSquareShadow: 'studio.presetShopSquareShadow',
  shopPortrait: 'studio.presetShopPortrait',
  sticker: 'studio.presetSticker',
  slide: 'studio.presetSlide',
  avatar: 'studio.presetAvatar',
};

/** One that comes with Matte, or the user's own, which has a name. */
export type AnyPreset = OwnPreset | (Preset & { readonly id: BuiltInId });

export function titleOf(preset: AnyPreset): string {
  return 'name' in preset ? preset.name : say(TITLES[preset.id]);
}
