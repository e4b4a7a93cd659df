/** The account's forms as they are first drawn: every field has its label, nothing optional is ticked. */
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LockedHistory } from '@/entrypoints/popup/LockedHistory';
import { seatedAccount } from '@/utils/account/account-store';
import { GuestAccount } from '@/utils/pages/account/GuestAccount';
import { LockedAccount } from '@/utils/pages/account/LockedAccount';
import { RecoverForm } from '@/utils/pages/account/RecoverForm';
import { RecoveryCode } from '@/utils/pages/account/RecoveryCode';
import { RegisterForm } from '@/utils/pages/account/RegisterForm';
import { createAccountWorld, registered } from '../account/world';

const { world } = createAccountWorld();
const nothing = () => {};
await registered(world);
const account = await seatedAccount(world.db);
if (!account) throw new Error('nobody');

function drawn<Props extends object>(component: FunctionComponent<Props>, props: Props): string {
  return renderToStaticMarkup(createElement(component, props));
}

const shared = { world, onCode: nothing, others: null };

it.each([
  ['register', drawn(RegisterForm, shared)],
  ['recover', drawn(RecoverForm, shared)],
  ['locked', drawn(LockedAccount, { ...shared, account })],
  ['code', drawn(RecoveryCode, { world, code: 'AAAA-BBBB', onDone: nothing })],
])('%s: each field has a label', (_, markup) => {
  const ids = [...markup.matchAll(/<input id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(markup).toContain(`<label for="${id}"`);
});

it('register: nothing is ticked, neither the optional nor the needed', () => {
  expect(drawn(RegisterForm, shared)).not.toContain('checked');
});

it('a guest is told that an account is not needed', () => {
  expect(drawn(GuestAccount, shared)).toContain('works without an account');
});

it('the code is shown in its groups, and one of them is asked for', () => {
  const markup = drawn(RecoveryCode, { world, code: 'AAAA-BBBB', onDone: nothing });
  expect(markup).toMatch(/AAAA.*BBBB/);
  expect(markup).toMatch(/Type group [1-7] of 7/);
});

it('a locked history shows as many places as there is room for, and is not there without any', () => {
  expect(drawn(LockedHistory, { count: 30, onUnlock: nothing }).match(/<li/g)).toHaveLength(8);
  expect(drawn(LockedHistory, { count: 0, onUnlock: nothing })).toBe('');
});
