/** The account itself in open form. Each sealed part opens by itself: one that is damaged takes nothing else along. */
import { emailRecord, nameRecord, type StoredAccount } from '../account/account';
import { readAvatar } from '../account/avatar';
import { codeOf } from '../errors';
import { type Bytes, unpadText } from '../vault/bytes';
import { openBytes } from '../vault/hpke';
import type { ZipFile } from '../zip/write-zip';
import type { ExportedAccount, SealedPart } from './export-document';

const AVATAR_NAME = 'images/avatar.webp';

interface OpenedAccount {
  readonly account: StoredAccount;
  readonly privateKey: Bytes;
}

/** @throws MatteError account-damaged when the key itself is none */
export async function* exportAccount(opened: OpenedAccount, at: number): AsyncGenerator<ZipFile, ExportedAccount> {
  const { account, privateKey } = opened;
  const { id, majority, consents, createdAt, recoveryConfirmedAt, passkeys = [] } = account;
  const text = async (recordId: string, sealed: Bytes) => unpadText(await openBytes(privateKey, recordId, sealed));
  const damaged: SealedPart[] = [];
  const unlessDamaged = async <Value>(part: SealedPart, opening: Promise<Value>): Promise<Value | null> => {
    return opening.catch((error: unknown) => {
      if (codeOf(error) !== 'vault-damaged') throw error;
      damaged.push(part);
      return null;
    });
  };
  const avatar = await unlessDamaged('avatar', readAvatar(opened));
  if (avatar) yield { name: AVATAR_NAME, blob: avatar, at };
  return {
    id,
    email: await unlessDamaged('email', text(emailRecord(id), account.email)),
    name: await unlessDamaged('name', text(nameRecord(id), account.name)),
    avatar: avatar && AVATAR_NAME,
    damaged,
    majority,
    consents,
    createdAt,
    recoveryConfirmedAt,
    passkeys: passkeys.map((passkey) => ({ browser: passkey.browser, createdAt: passkey.createdAt })),
  };
}
