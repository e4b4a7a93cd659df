import { expect, it } from 'vitest';
import { findSettings } from '@/utils/settings/find-settings';

const ALL = [
  { id: 'theme', words: ['Aussehen', 'Design', 'Automatisch folgt Ihrem System.', 'Hell', 'Dunkel'] },
  { id: 'keepPhotos', words: ['Verlauf', 'Fotos eine Stunde behalten'] },
  { id: 'access', words: ['网站', 'Zugriff auf Größe'] },
] as const;

it.each([
  ['', ['theme', 'keepPhotos', 'access']],
  ['   ', ['theme', 'keepPhotos', 'access']],
  ['dunk', ['theme']],
  ['STUNDE fotos', ['keepPhotos']],
  ['fotos dunkel', []],
  ['grosse', ['access']],
  ['grösse', ['access']],
  ['groß', ['access']],
  ['网站', ['access']],
  ['verlauf', ['keepPhotos']],
])('“%s” finds %j', (query, ids) => {
  expect([...findSettings(ALL, query)]).toEqual(ids);
});
