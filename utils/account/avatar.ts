/** The account's own picture: a small WebP, sealed in the account's row. */
import type { Bytes } from '../vault/bytes';
import { openBytes, sealBytes } from '../vault/hpke';
import { avatarRecord } from './account';
import { changeAccount } from './account-store';
import type { AccountWorld } from './ports';
import { type Changed, whenUnlocked } from './profile';
import type { Session } from './session';

/** The longest side, px: twice what the dashboard shows. */
export const AVATAR_SIDE = 256;
export const AVATAR_TYPE = 'image/webp';

type Unlocked = Pick<Session & { readonly state: 'unlocked' }, 'account' | 'privateKey'>;

/** @param picture WebP, at most AVATAR_SIDE wide and high */
export async function saveAvatar(world: AccountWorld, picture: Bytes): Promise<Changed> {
  return whenUnlocked(world, async ({ id, publicKey }) => {
    await changeAccount(world.db, id, { avatar: await sealBytes(publicKey, avatarRecord(id), picture) });
  });
}

export async function removeAvatar(world: AccountWorld): Promise<Changed> {
  return whenUnlocked(world, async ({ id }) => {
    await world.db.accounts
      .where('id')
      .equals(id)
      .modify((row: { avatar?: Bytes }) => {
        delete row.avatar;
      });
  });
}

/**
 * @returns null when there is none
 * @throws MatteError vault-damaged
 */
export async function readAvatar({ account, privateKey }: Unlocked): Promise<Blob | null> {
  if (!account.avatar) return null;
  const bytes = await openBytes(privateKey, avatarRecord(account.id), account.avatar);
  return new Blob([bytes], { type: AVATAR_TYPE });
}
