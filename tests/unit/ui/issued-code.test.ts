import { expect, it } from 'vitest';
import { lock, readSession, signOut } from '@/utils/account/session';
import { codeFor } from '@/utils/pages/account/issued-code';
import { createAccountWorld, registered } from '../account/world';

it('a new recovery code is shown to its account while it is unlocked, and to nobody else', async () => {
  const { world } = createAccountWorld();
  const ada = await registered(world);
  expect(codeFor(await readSession(world), ada)).toBe(ada.recoveryCode);
  expect(codeFor(await readSession(world), null)).toBeNull();
  await lock(world);
  expect(codeFor(await readSession(world), ada)).toBeNull();
  await signOut(world);
  expect(codeFor(await readSession(world), ada)).toBeNull();
  await registered(world, { email: 'bob@example.org' });
  expect(codeFor(await readSession(world), ada)).toBeNull();
});
