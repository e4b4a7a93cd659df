import { describe, expect, it } from 'vitest';
import { say } from '@/utils/i18n/say';
import { dismissAdvisory, readDismissed } from '@/utils/pages/advisories/dismissed';
import { ADVISORIES, type Advisory, parseDismissed, unreadAdvisories } from '@/utils/ui/advisories';
import { createWorld } from '../jobs/world';

const LOST: Advisory = { id: 'lost', from: '1.2.0', sentence: 'errors.data-gone', advice: 'pages.tryAgain' };
const HOLE: Advisory = { ...LOST, id: 'hole', from: '1.10.0' };

describe('advisories', () => {
  it('are told to who has that version or a later one [P-INCIDENT]', () => {
    const unread = (version: string) => unreadAdvisories([LOST, HOLE], { version, dismissed: [] }).map(({ id }) => id);
    expect(unread('1.1.9')).toEqual([]);
    expect(unread('1.2.0')).toEqual(['lost']);
    expect(unread('1.9')).toEqual(['lost']);
    expect(unread('1.10.0')).toEqual(['lost', 'hole']);
    expect(unread('2.0')).toEqual(['lost', 'hole']);
  });

  it('stay dismissed one by one, whichever window dismissed them [P-INCIDENT]', async () => {
    const { db, otherContext } = createWorld();
    await Promise.all([
      dismissAdvisory(db, 'lost'),
      dismissAdvisory(otherContext(), 'hole'),
      dismissAdvisory(db, 'lost'),
    ]);
    const dismissed = await readDismissed(db);
    expect([...dismissed].sort()).toEqual(['hole', 'lost']);
    expect(unreadAdvisories([LOST, HOLE], { version: '2.0', dismissed: ['lost'] })).toEqual([HOLE]);
  });

  it('are all unread when what was dismissed cannot be read', () => {
    for (const row of [undefined, null, 'lost', { lost: true }]) expect(parseDismissed(row)).toEqual([]);
    expect(parseDismissed(['lost', 7])).toEqual(['lost']);
  });

  it('that are shipped have ids of their own, a sentence and an advice', () => {
    expect(new Set(ADVISORIES.map(({ id }) => id)).size).toBe(ADVISORIES.length);
    for (const { sentence, advice } of ADVISORIES)
      expect([sentence, advice].every((key) => say(key).endsWith('.'))).toBe(true);
  });
});
