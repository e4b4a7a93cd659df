import { describe, expect, it } from 'vitest';
import { createEngineWatch, warmEngine } from '@/entrypoints/background/engine-control';
import { cancel } from '@/utils/jobs/job';
import { createWorld, taken } from '../jobs/world';
import { installOffscreen } from './fake-offscreen';

it('a prewarm starts the engine as the next job will want it', async () => {
  const engine = installOffscreen();
  const world = createWorld();
  await world.db.settings.put({ key: 'quality', value: 'best' });
  await warmEngine(world);
  expect(engine.warmEngine.mock.calls).toEqual([[{ quality: 'best', backend: 'auto' }]]);
});

it('an engine that does not start for a prewarm is no failure: nobody has asked for anything yet', async () => {
  installOffscreen({ starts: false });
  await expect(warmEngine(createWorld())).resolves.toBeUndefined();
});

describe('a look at a job', () => {
  it('brings back an engine that has vanished', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    await createEngineWatch(world)(await world.start('a'));
    expect(engine.runJobs).toHaveBeenCalledTimes(1);
  });

  it('leaves an engine alone that is there', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    await warmEngine(world);
    await createEngineWatch(world)(await world.start('a'));
    expect(engine.runJobs).not.toHaveBeenCalled();
  });

  it('wakes nothing for a job that has ended', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    await createEngineWatch(world)(taken(cancel(await world.start('a'), world.now())));
    expect(engine.runJobs).not.toHaveBeenCalled();
  });

  it('is worth a thought every two seconds, not with every question of a card', async () => {
    const engine = installOffscreen({ starts: false });
    const world = createWorld();
    const watch = createEngineWatch(world);
    const look = async (id: string) => watch(await world.start(id));
    await look('a');
    await look('b');
    expect(await world.store.get('b'), 'nobody tried to start it again').toMatchObject({ status: 'queued' });
    world.tick(2000);
    await look('c');
    expect(await world.store.get('b')).toMatchObject({ status: 'failed', error: 'offscreen-unavailable' });
    expect(engine.runJobs).not.toHaveBeenCalled();
  });
});
