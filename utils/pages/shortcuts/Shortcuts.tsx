import { type MessageKey, say } from '@/utils/i18n/say';
import { type Shortcut, useShortcuts } from './use-shortcuts';

/** Chrome's name for a press on the icon; it has no description of its own. The others' are in the browser's language, not in Matte's. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  _execute_action: 'settings.openPopup',
  'open-side-panel': 'manifest.openSidePanel',
  'cut-pointed': 'manifest.cutPointed',
  'cut-clipboard': 'manifest.cutClipboard',
  'cut-area': 'manifest.cutArea',
};

/** What each shortcut does, and its keys. */
export function Shortcuts() {
  const shortcuts = useShortcuts();
  return (
    <dl className="shortcuts">
      {shortcuts.map((shortcut) => (
        <div key={shortcut.name}>
          <dt>{nameOf(shortcut)}</dt>
          <dd>{shortcut.keys ? <Keys keys={shortcut.keys} /> : say('settings.noKeys')}</dd>
        </div>
      ))}
    </dl>
  );
}

function nameOf({ name, description }: Shortcut): string {
  const key = NAMES[name];
  return key ? say(key) : description;
}

function Keys({ keys }: { readonly keys: string }) {
  return (
    <span dir="ltr">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
