/** The log: what goes in is redacted, what is old or too much goes. */
import { expect, it } from 'vitest';
import { DIAGNOSTICS_MS, MAX_DIAGNOSES } from '@/utils/diagnostics/diagnostics';
import { faultOf, noteFault, pruneLog, readLog } from '@/utils/diagnostics/log';
import { matteError } from '@/utils/errors';
import { createWorld, T0 } from '../jobs/world';

it('holds the code and what is left of the words [P-DIAG-BARE]', async () => {
  const world = createWorld();
  const thrown = matteError('decode-failed', 'cannot open passport ada of https://secret.test/me.png');
  await noteFault(world, faultOf(thrown, ['passport ada']));
  const [row] = await readLog(world.db);
  expect(row).toMatchObject({ at: T0, code: 'decode-failed' });
  expect(JSON.stringify(row)).not.toMatch(/secret|passport|https/);
});

it.each([new Error('x'), 'x', null, { message: 7 }])('takes whatever was thrown: %j', (thrown) => {
  expect(faultOf(thrown)).toMatchObject({ code: 'internal', detail: expect.any(String) });
});

it('is read newest first', async () => {
  const world = createWorld();
  await noteFault(world, { code: 'offline' });
  await noteFault(world, { code: 'not-found' });
  expect((await readLog(world.db)).map(({ code }) => code)).toEqual(['not-found', 'offline']);
  expect((await readLog(world.db, 1)).map(({ code }) => code)).toEqual(['not-found']);
});

it(`keeps the latest ${MAX_DIAGNOSES} rows`, async () => {
  const world = createWorld();
  const rows = Array.from(
    { length: MAX_DIAGNOSES },
    (_, index) => ({ at: index, code: 'offline', detail: '' }) as const,
  );
  await world.db.diagnostics.bulkAdd(rows);
  await noteFault(world, { code: 'internal' });
  const left = (await world.db.diagnostics.toArray()).reverse();
  expect([left.length, left[0]?.code, left.at(-1)?.at]).toEqual([MAX_DIAGNOSES, 'internal', 1]);
});

it('keeps 30 days and not a moment more; a wrong clock’s future counts from now [P-DIAG-30D]', async () => {
  const world = createWorld();
  const times = [T0 - DIAGNOSTICS_MS, T0 - DIAGNOSTICS_MS + 1, T0 + DIAGNOSTICS_MS];
  await world.db.diagnostics.bulkAdd(times.map((at) => ({ at, code: 'offline', detail: '' }) as const));
  await pruneLog(world);
  expect((await readLog(world.db)).map(({ at }) => at)).toEqual([T0, T0 - DIAGNOSTICS_MS + 1]);
});

it('makes no second fault of one that cannot be written', async () => {
  const world = createWorld();
  world.db.close();
  await expect(noteFault(world, { code: 'storage-full' })).resolves.toBeUndefined();
});
