import { describe, expect, it } from 'vitest';
import type { StoredPasskey } from '@/utils/account/account';
import { changeAccount } from '@/utils/account/account-store';
import { saveAvatar } from '@/utils/account/avatar';
import { cutoutId, retouchedId } from '@/utils/db';
import { keepRetouched } from '@/utils/history/originals';
import { SCHEMA_VERSION } from '@/utils/privacy/export-document';
import { toBase64Url, utf8 } from '@/utils/vault/bytes';
import schema from '../../../docs/export.schema.json';
import { T0 } from '../account/world';
import { fullHouse, pictureOf } from './full-house';
import { mismatches } from './json-schema';
import { exported, opened, unpacked } from './zips';

async function adasExport() {
  const house = await fullHouse();
  const texts = await unpacked(await exported(house.db, await opened(house)));
  return { ...house, texts, document: JSON.parse(texts['matte-export.json'] ?? '') };
}

describe('an export', () => {
  it('of an account has everything in open form, pictures as files [P-EXPORT]', async () => {
    const { ada, texts, document } = await adasExport();
    const [kept, offer] = [`${ada.id}-kept`, `${ada.id}-offer`];
    expect(texts[`images/${kept}.png`]).toBe(pictureOf(ada.id, 'cutout'));
    expect(texts[`images/${offer}.png`]).toBe(pictureOf(ada.id, 'cutout'));
    expect(texts[`images/${ada.id}-open-input.png`]).toBe(pictureOf(ada.id, 'input'));
    expect(document).toMatchObject({
      schemaVersion: SCHEMA_VERSION,
      account: { email: 'ada@example.org', name: 'Ada', majority: 'of-age', consents: [{ purpose: 'policy' }, {}] },
      cutouts: [{ id: kept, name: `boat of ${ada.id}`, host: 'a.test', picture: `images/${kept}.png`, width: 4 }],
      offers: [{ id: offer }],
      ledger: [{ kind: 'grant', credits: 20 }, { kind: 'hold' }],
      membership: { until: expect.any(Number) },
      redeemed: [{ id: `voucher of ${ada.id}` }],
      statistics: [{ counts: { cutouts: 3 } }],
      securityLog: [{ event: 'registered' }, { event: 'login', browser: 'Chrome 156 on Linux' }],
      wrongGuesses: { failures: 1 },
      settings: { quality: 'best' },
      diagnostics: [{ code: 'not-found' }],
    });
    expect(document.jobs.map(({ id }: { id: string }) => id).sort()).toEqual([kept, `${ada.id}-open`]);
  });

  it('fits the schema that lies in the ZIP [P-EXPORT]', async () => {
    const { texts, document, db } = await adasExport();
    expect(JSON.parse(texts['export.schema.json'] ?? '')).toEqual(schema);
    expect(schema.$id).toBe(`urn:matte:export:${SCHEMA_VERSION}`);
    expect(mismatches(schema, document)).toEqual([]);
    const guests = JSON.parse((await unpacked(await exported(db, null)))['matte-export.json'] ?? '');
    expect(mismatches(schema, guests)).toEqual([]);
    expect(mismatches(schema, { ...document, ledger: [{ kind: 'gift' }] })).toHaveLength(3);
  });

  it('has no key, no hash, and nothing of anybody else [P-EXPORT]', async () => {
    const { ada, bob, texts, keys } = await adasExport();
    const all = Object.values(texts).join('\n');
    const secrets = [ada.publicKey, keys.held.get(ada.id), ada.passwordWrap.salt, ada.recoveryWrap.salt];
    for (const secret of secrets) {
      expect(all).not.toContain(toBase64Url(secret ?? new Uint8Array()));
      expect(all).not.toContain(JSON.stringify([...(secret ?? [])]).slice(1, -1));
      expect(all).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    for (const foreign of [ada.emailHash, bob.id, bob.emailHash, 'bob@', 'of guest'])
      expect(all).not.toContain(foreign);
  });

  it('has the picture of who it is, and which passkeys there are, without what they unwrap [P-EXPORT]', async () => {
    const house = await fullHouse();
    await saveAvatar(house.world, utf8('RIFF....WEBP somebody'));
    const wrap = { secret: utf8('wrapped') } as unknown as StoredPasskey['wrap'];
    const passkey = { id: utf8('credential'), wrap, browser: 'Chrome 156', createdAt: T0 };
    await changeAccount(house.db, house.ada.id, { passkeys: [passkey] });
    const account = await house.db.accounts.get(house.ada.id);
    const exporter = { ...(await opened(house)), ...(account && { account }) };
    const texts = await unpacked(await exported(house.db, exporter));
    expect(texts['images/avatar.webp']).toBe('RIFF....WEBP somebody');
    const document = JSON.parse(texts['matte-export.json'] ?? '');
    expect(document.account.passkeys).toEqual([{ browser: 'Chrome 156', createdAt: T0 }]);
    expect(document.account.avatar).toBe('images/avatar.webp');
    expect(mismatches(schema, document)).toEqual([]);
  });

  it('of a guest has the guest’s, and nothing of an account', async () => {
    const { db, ada } = await fullHouse();
    const texts = await unpacked(await exported(db, null));
    expect(JSON.parse(texts['matte-export.json'] ?? '')).toMatchObject({
      account: null,
      cutouts: [{ id: 'guest-kept' }],
    });
    expect(Object.values(texts).join('\n')).not.toContain(ada.id);
  });

  it('says which picture does not open, and goes on', async () => {
    const house = await fullHouse();
    await house.db.blobs.put({
      id: cutoutId(`${house.ada.id}-kept`),
      owner: house.ada.id,
      blob: new Blob(['changed']),
    });
    const texts = await unpacked(await exported(house.db, await opened(house)));
    const { cutouts, offers } = JSON.parse(texts['matte-export.json'] ?? '');
    expect(cutouts).toMatchObject([{ picture: null, missing: 'damaged' }]);
    expect(offers).toMatchObject([{ picture: `images/${house.ada.id}-offer.png` }]);
  });

  it.each(['avatar', 'email', 'name'] as const)(
    'says that the account’s %s does not open, and has all the rest [P-EXPORT]',
    async (part) => {
      const house = await fullHouse();
      await saveAvatar(house.world, utf8('RIFF....WEBP somebody'));
      const sealed = (await house.db.accounts.get(house.ada.id))?.[part] ?? new Uint8Array();
      await changeAccount(house.db, house.ada.id, { [part]: sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1) });
      const account = await house.db.accounts.get(house.ada.id);
      const texts = await unpacked(await exported(house.db, { ...(await opened(house)), ...(account && { account }) }));
      const document = JSON.parse(texts['matte-export.json'] ?? '');
      const whole = { avatar: 'images/avatar.webp', email: 'ada@example.org', name: 'Ada' };
      expect(document.account).toMatchObject({ ...whole, [part]: null, damaged: [part] });
      expect(document.cutouts).toMatchObject([{ picture: `images/${house.ada.id}-kept.png` }]);
      expect(Object.hasOwn(texts, 'images/avatar.webp')).toBe(part !== 'avatar');
      expect(mismatches(schema, document)).toEqual([]);
    },
  );

  it('has what the brush made of a cutout beside it, or says that it is gone [P-EXPORT]', async () => {
    const house = await fullHouse();
    const id = `${house.ada.id}-kept`;
    await keepRetouched(house.db, id, new Blob(['brushed'], { type: 'image/png' }), 2);
    const read = async () => unpacked(await exported(house.db, await opened(house)));
    const texts = await read();
    expect(texts[`images/${id}-retouched.png`]).toBe('brushed');
    const document = JSON.parse(texts['matte-export.json'] ?? '');
    expect(document.cutouts).toMatchObject([{ retouched: 2, retouchedPicture: `images/${id}-retouched.png` }]);
    expect(mismatches(schema, document)).toEqual([]);
    await house.db.blobs.delete(retouchedId(id));
    const { cutouts } = JSON.parse((await read())['matte-export.json'] ?? '');
    expect(cutouts).toMatchObject([{ picture: `images/${id}.png`, retouched: 2, retouchedPicture: null }]);
  });

  it('works on with the key that the password gave, also when the account is locked meanwhile', async () => {
    const house = await fullHouse();
    const exporter = await opened(house);
    await house.keys.drop(house.ada.id);
    const texts = await unpacked(await exported(house.db, exporter));
    expect(texts[`images/${house.ada.id}-kept.png`]).toBe(pictureOf(house.ada.id, 'cutout'));
  });
});
