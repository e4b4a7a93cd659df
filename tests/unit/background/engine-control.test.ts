import { expect, it } from 'vitest';
import { warmEngine } from '@/entrypoints/background/engine-control';
import { createWorld } from '../jobs/world';
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
