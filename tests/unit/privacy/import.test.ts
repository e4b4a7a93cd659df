import { describe, expect, it } from 'vitest';
import { GUEST } from '@/utils/credits/ledger';
import { cutoutId, MatteDb, previewId, retouchedId } from '@/utils/db';
import { readDetails } from '@/utils/history/details';
import { readPicture } from '@/utils/history/read-picture';
import type { Kept } from '@/utils/history/retention';
import { SCHEMA_VERSION } from '@/utils/privacy/export-document';
import { type ImportWorld, importExport } from '@/utils/privacy/import';
import { parseEdits } from '@/utils/studio/edits';
import { createAccountWorld, registered, T0 } from '../account/world';
import { dump, fullHouse, pictureOf } from './full-house';
import { decode, exported, opened, packed } from './zips';

let fresh = 0;

function importing(db: MatteDb = new MatteDb(`import-${++fresh}`), change: Partial<ImportWorld> = {}): ImportWorld {
  return { db, wouldDrop: () => [], decode, now: () => T0 + 1000, ...change };
}

const CUTOUT = {
  id: 'a',
  name: 'boat',
  kind: 'page',
  host: 'a.test',
  url: null,
  width: 4,
  height: 3,
  createdAt: T0,
  picture: 'images/a.png',
};
const DOCUMENT = { format: 'matte-export', schemaVersion: 1, cutouts: [CUTOUT] };
const PNG = { 'images/a.png': 'cutout of boat' };

const zipOf = (document: unknown, files: Readonly<Record<string, string>> = PNG) =>
  packed({ 'matte-export.json': typeof document === 'string' ? document : JSON.stringify(document), ...files });

const withCutout = (change: object) => ({ ...DOCUMENT, cutouts: [{ ...CUTOUT, ...change }] });

const STROKE = { brush: 'restore', size: 0.1, softness: 0.5, points: [0.5, 0.5] };
const RETOUCHED = { edits: { strokes: [STROKE] }, retouched: 1, retouchedPicture: 'images/a-retouched.png' };

const all = { imported: 0, present: 0, damaged: 0, noRoom: 0, stopped: null };

describe('importing', () => {
  it('brings an account’s cutouts to a guest on a fresh profile, whole [P-IMPORT]', async () => {
    const house = await fullHouse();
    const zip = await exported(house.db, await opened(house));
    const world = importing();
    expect(await importExport(world, zip)).toEqual({ ok: true, summary: { ...all, imported: 1 } });
    const [entry] = await world.db.history.toArray();
    expect(entry).toMatchObject({
      owner: GUEST,
      details: { name: `boat of ${house.ada.id}`, host: 'a.test' },
      createdAt: T0,
    });
    expect(entry?.made).toEqual({ quality: 'balanced', backend: 'wasm', ms: 1000, credits: 1 });
    const text = async (id: string) => (await world.db.blobs.get(id))?.blob.text();
    expect(await text(cutoutId(entry?.id ?? ''))).toBe(pictureOf(house.ada.id, 'cutout'));
    expect(await text(previewId(entry?.id ?? ''))).toBe(`small ${pictureOf(house.ada.id, 'cutout')}`);
  });

  it('seals for an account: names and pictures [P-IMPORT]', async () => {
    const { world, keys } = createAccountWorld();
    const { accountId } = await registered(world);
    expect(await importExport(importing(world.db), await zipOf(DOCUMENT))).toMatchObject({ summary: { imported: 1 } });
    const entry = await world.db.history.get('a');
    expect(entry?.owner).toBe(accountId);
    const { blobs = '', history = '' } = await dump(world.db);
    expect(blobs).not.toContain('cutout of');
    expect(history).not.toContain('boat');
    expect(entry && (await readDetails(keys, entry))).toMatchObject({ state: 'open', details: { name: 'boat' } });
    expect((await readPicture({ db: world.db, keys }, cutoutId('a'))).state).toBe('open');
  });

  it('brings back what the brush made, sealed for an account [P-IMPORT]', async () => {
    const { world, keys } = createAccountWorld();
    await registered(world);
    const zip = await zipOf(withCutout(RETOUCHED), { ...PNG, [RETOUCHED.retouchedPicture]: 'cutout of brushed boat' });
    expect(await importExport(importing(world.db), zip)).toMatchObject({ summary: { imported: 1 } });
    expect(await world.db.history.get('a')).toMatchObject({ retouched: 1, edits: { strokes: [{ brush: 'restore' }] } });
    const picture = await readPicture({ db: world.db, keys }, retouchedId('a'));
    expect(picture.state === 'open' && (await picture.blob.text())).toBe('cutout of brushed boat');
    expect((await dump(world.db)).blobs).not.toContain('brushed');
  });

  it.each([
    ['it lies where another picture lies', { retouchedPicture: 'images/a.png' }],
    ['it has more strokes than the edits', { retouched: 2 }],
    ['the export could not open it', { retouchedPicture: null }],
  ])('leaves out what the brush made where %s', async (_, change) => {
    const world = importing();
    const zip = await zipOf(withCutout({ ...RETOUCHED, ...change }), {
      ...PNG,
      [RETOUCHED.retouchedPicture]: 'cutout of brushed boat',
    });
    expect(await importExport(world, zip)).toMatchObject({ summary: { imported: 1 } });
    expect(await world.db.history.get('a')).not.toHaveProperty('retouched');
    expect(await world.db.blobs.toCollection().primaryKeys()).toEqual(['a/cutout', 'a/preview']);
  });

  it('twice changes nothing [P-IMPORT]', async () => {
    const world = importing();
    const zip = await zipOf(DOCUMENT);
    await importExport(world, zip);
    const before = await dump(world.db);
    expect(await importExport(world, zip)).toMatchObject({ summary: { ...all, present: 1 } });
    expect(await dump(world.db)).toEqual(before);
  });

  it('leaves what another owner has under the same id, and is found again all the same', async () => {
    const house = await fullHouse();
    const zip = await exported(house.db, await opened(house));
    await house.db.signedIn.clear();
    const hers = await house.db.history.get(`${house.ada.id}-kept`);
    expect(await importExport(importing(house.db), zip)).toMatchObject({ summary: { imported: 1 } });
    expect(await importExport(importing(house.db), zip)).toMatchObject({ summary: { present: 1 } });
    expect(await house.db.history.get(`${house.ada.id}-kept`)).toEqual(hers);
    expect(await house.db.history.where('[owner+createdAt]').between([GUEST, 0], [GUEST, Infinity]).count()).toBe(2);
  });

  it('grants nothing, whatever the file says [P-IMPORT]', async () => {
    const world = importing();
    const grant = { kind: 'grant', grant: 'gift', credits: 1000, at: T0, day: null, expiresAt: null, owner: GUEST };
    const gifts = { ledger: [grant], membership: { until: T0 * 2 }, redeemed: [{ id: 'v', at: T0 }], standing: {} };
    const more = { settings: { keepAddresses: true }, account: { id: 'x' }, statistics: [{ day: '2023-01-01' }] };
    expect(await importExport(world, await zipOf({ ...DOCUMENT, ...gifts, ...more }))).toMatchObject({ ok: true });
    const filled = Object.entries(await dump(world.db)).filter(([, rows]) => rows !== '[]');
    expect(filled.map(([name]) => name).sort()).toEqual(['blobs', 'history']);
  });

  it('does not take a job’s id: its picture is not replaced', async () => {
    const house = await fullHouse();
    await house.db.signedIn.clear();
    const id = 'guest-open';
    const zip = await zipOf(withCutout({ id, picture: `images/${id}.png` }), {
      [`images/${id}.png`]: 'cutout of boat',
    });
    expect(await importExport(importing(house.db), zip)).toMatchObject({ summary: { imported: 1 } });
    expect(await house.db.blobs.get(cutoutId(id))).toBeUndefined();
  });

  it('takes what fits into history, newest first, and pushes nothing out [P-IMPORT]', async () => {
    const cutouts = ['a', 'b', 'c'].map((id, i) => ({ ...CUTOUT, id, createdAt: T0 + i, picture: `images/${id}.png` }));
    const files = Object.fromEntries(cutouts.map(({ picture }) => [picture, 'cutout of boat']));
    const zip = await zipOf({ ...DOCUMENT, cutouts }, files);
    const oldest = (entries: readonly Kept[]) => entries.toSorted((a, b) => b.createdAt - a.createdAt).slice(2);
    const world = importing(undefined, { wouldDrop: (entries) => oldest(entries).map(({ id }) => id) });
    expect(await importExport(world, zip)).toMatchObject({ summary: { ...all, imported: 2, noRoom: 1 } });
    expect((await world.db.history.toCollection().primaryKeys()).sort()).toEqual(['b', 'c']);
    const tooOld = (entries: readonly Kept[]) => entries.filter(({ createdAt }) => createdAt === T0);
    const strict = importing(undefined, { wouldDrop: (entries) => tooOld(entries).map(({ id }) => id) });
    expect(await importExport(strict, zip)).toMatchObject({ summary: { imported: 2, noRoom: 1 } });
  });

  it('stops when somebody else sits down meanwhile', async () => {
    const { world } = createAccountWorld();
    const cutouts = [CUTOUT, { ...CUTOUT, id: 'b', picture: 'images/b.png' }];
    const sits = {
      decode: async (png: Blob) => {
        await registered(world);
        return decode(png);
      },
    };
    const zip = await zipOf({ ...DOCUMENT, cutouts }, { ...PNG, 'images/b.png': 'cutout of b' });
    const outcome = await importExport(importing(world.db, sits), zip);
    expect(outcome).toMatchObject({ summary: { imported: 0, stopped: 'somebody-else' } });
    expect(await world.db.history.count()).toBe(0);
  });
});

describe('an import is refused', () => {
  it.each([
    ['of a newer version', { ...DOCUMENT, schemaVersion: SCHEMA_VERSION + 1 }, 'newer'],
    ['of no version', { ...DOCUMENT, schemaVersion: 0 }, 'not-matte'],
    ['of another program', { ...DOCUMENT, format: 'photos' }, 'not-matte'],
    ['without cutouts', { ...DOCUMENT, cutouts: {} }, 'not-matte'],
    ['that is no JSON', '{', 'not-matte'],
    ['that is a list', [], 'not-matte'],
  ])('%s [P-IMPORT]', async (_, document, reason) => {
    const world = importing();
    expect(await importExport(world, await zipOf(document))).toEqual({ ok: false, reason });
    expect(await world.db.history.count()).toBe(0);
  });

  it('without a document, or cut off', async () => {
    expect(await importExport(importing(), await packed({ 'a.txt': 'a' }))).toEqual({ ok: false, reason: 'not-matte' });
    const zip = await zipOf(DOCUMENT);
    expect(await importExport(importing(), zip.slice(0, zip.size - 9))).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('a cutout is damaged, and the next one comes,', () => {
  const next = { ...CUTOUT, id: 'b', picture: 'images/b.png' };
  it.each([
    ['if it is none', null],
    ['if its id is a path', { ...CUTOUT, id: '../a' }],
    ['if its picture is another’s', { ...CUTOUT, picture: 'images/b.png' }],
    ['if its picture is missing', { ...CUTOUT, picture: null }],
    ['if its size is no number', { ...CUTOUT, width: '4' }],
    ['if its size is not that of the picture', { ...CUTOUT, width: 5 }],
    ['if its time is none', { ...CUTOUT, createdAt: -1 }],
    ['if its picture is none', { ...CUTOUT, id: 'bad', picture: 'images/bad.png' }],
    ['if what the brush made is no picture', { ...CUTOUT, ...RETOUCHED }],
  ])('%s [P-IMPORT]', async (_, cutout) => {
    const world = importing();
    const files = {
      ...PNG,
      'images/b.png': 'cutout of b',
      'images/bad.png': '<html>',
      'images/a-retouched.png': '<html>',
    };
    const zip = await zipOf({ ...DOCUMENT, cutouts: [cutout, next] }, files);
    expect(await importExport(world, zip)).toEqual({ ok: true, summary: { ...all, imported: 1, damaged: 1 } });
    expect(await world.db.blobs.toCollection().primaryKeys()).toEqual(['b/cutout', 'b/preview']);
  });

  it.each([
    ['a name that turns the writing', { name: 'a\u202egnp' }, { name: 'picture' }],
    ['a script for an address', { url: 'javascript:alert(1)' }, { url: null }],
    ['a host that is an address', { host: 'a.test/path' }, { host: null }],
    ['a kind nobody knows', { kind: 'cloud' }, { kind: null }],
  ])('while %s is as if it had not been kept', async (_, change, kept) => {
    const world = importing();
    await importExport(world, await zipOf(withCutout(change)));
    expect((await world.db.history.get('a'))?.details).toMatchObject(kept);
  });

  it('and takes the studio’s edits as far as they mean something', async () => {
    const world = importing();
    const edits = { background: { kind: 'colour', colour: '#ff0000' }, edge: 'soft', script: 'x' };
    await importExport(world, await zipOf(withCutout({ edits })));
    expect((await world.db.history.get('a'))?.edits).toEqual(parseEdits({ background: edits.background }));
    expect(parseEdits(edits)).not.toEqual(parseEdits({}));
  });

  it('while a time to come is now', async () => {
    const world = importing();
    await importExport(world, await zipOf(withCutout({ createdAt: T0 * 2 })));
    expect(await world.db.history.get('a')).toMatchObject({ createdAt: world.now() });
  });
});
