import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '@/utils/settings/card-address';

const jobId = '3f2b1a9c-0d4e-4c55-8a7b-1234567890ab';

it('what is written is read again', () => {
  const address = { jobId, language: 'zh-CN', theme: 'dark' } as const;
  expect(readAddress(writeAddress(address))).toEqual(address);
});

it.each(['', '/xx/neon', '/de'])('what is missing or unknown in "%s" is as nobody had chosen it', (rest) => {
  const { language, theme } = readAddress(`${jobId}${rest}`);
  expect([language, theme]).toEqual([rest === '/de' ? 'de' : 'auto', 'auto']);
});

it('an id is given as it stands there, for its reader to judge', () => {
  expect(readAddress('nonsense/de/dark').jobId).toBe('nonsense');
  expect(readAddress('').jobId).toBe('');
});
