import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORNERS, cardOf, MAX_SITES, parseCards, withCard } from '@/utils/settings/cards';
import { readSettings, saveCard } from '@/utils/settings/settings-store';
import { createWorld } from '../jobs/world';

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`shop${i}.example`, { isOff: true }]));

describe('the cards of sites', () => {
  it.each(CORNERS)('remembers %s', (corner) => {
    expect(cardOf(parseCards({ 'shop.example': { corner } }), 'shop.example')).toEqual({ corner });
  });

  it.each([
    null,
    [],
    'x',
    7,
    { 'a.test': null },
    { 'a.test': { corner: 'middle', isOff: 'yes' } },
    { '': { isOff: true } },
  ])('%j is as if nothing had been set', (value) => expect(parseCards(value)).toEqual({}));

  it.each(['__proto__', 'constructor'])('a site called %s is a site like any other', (host) => {
    expect(cardOf({}, host)).toEqual({});
    expect(cardOf(withCard({}, host, { isOff: true }), host)).toEqual({ isOff: true });
  });

  it('a site keeps its corner when its card is turned off and on', () => {
    const off = withCard(withCard({}, 'a.test', { corner: 'top-left' }), 'a.test', { isOff: true });
    expect(cardOf(off, 'a.test')).toEqual({ corner: 'top-left', isOff: true });
    expect(cardOf(withCard(off, 'a.test', { isOff: false }), 'a.test')).toEqual({ corner: 'top-left' });
  });

  it('forgets a site whose card is as everywhere', () => {
    expect(withCard({ 'a.test': { isOff: true } }, 'a.test', { isOff: false })).toEqual({});
  });

  it('lets go of the one that was left alone longest', () => {
    const touched = withCard(many(MAX_SITES), 'shop0.example', { corner: 'top-left' });
    const hosts = Object.keys(withCard(touched, 'new.example', { isOff: true }));
    expect(hosts).toHaveLength(MAX_SITES);
    expect(hosts).not.toContain('shop1.example');
    expect(hosts.slice(-2)).toEqual(['shop0.example', 'new.example']);
    expect(Object.keys(parseCards(many(MAX_SITES + 3)))).toHaveLength(MAX_SITES);
  });

  it('whatever lies there, gives corners that exist', () => {
    fc.assert(
      fc.property(fc.object(), (value) => {
        for (const { corner, isOff } of Object.values(parseCards(value))) {
          expect([undefined, ...CORNERS]).toContain(corner);
          expect([undefined, true]).toContain(isOff);
        }
      }),
    );
  });

  it('two windows that change different sites do not undo each other', async () => {
    const { db, otherContext } = createWorld();
    await Promise.all([
      saveCard(db, 'a.test', { corner: 'top-left' }),
      saveCard(otherContext(), 'b.test', { isOff: true }),
    ]);
    expect((await readSettings(db)).cards).toEqual({ 'a.test': { corner: 'top-left' }, 'b.test': { isOff: true } });
  });
});
