import type { Theme } from '../settings/settings';

/** Shows a theme: all colours are `light-dark()` and follow the root's color-scheme, `auto` the system. */
export function showTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
}
