/** Whoever guesses has to wait, and no restart helps. */
import { expect } from '@playwright/test';
import { Account, ADA } from './pages/account';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import { test } from './profile';

test.setTimeout(120_000);

async function openAccount(matte: Matte): Promise<Account> {
  return new Account((await Popup.open(matte)).page);
}

test('wrong passwords wait longer and longer, also after a restart [P-GUESSING]', async ({ launch, profile }) => {
  const matte = await launch('tiny', { profile });
  const account = await openAccount(matte);
  await account.register();
  await account.press('Lock now');
  expect(await account.wrong()).toContain('not the password');
  expect(await account.wrong()).toContain('not the password');
  await account.wrong();
  await expect(account.timer).toContainText('Next try in 0:0');
  await account.waited();
  await account.wrong();
  await account.waited();
  await account.wrong();
  await matte.chrome.close();

  const again = await launch('tiny', { profile });
  const later = await openAccount(again);
  expect(await later.wrong(ADA.password)).toContain('Too many wrong tries');
  await later.waited();
  await later.unlock();
  await later.says('Signed in as');
});
