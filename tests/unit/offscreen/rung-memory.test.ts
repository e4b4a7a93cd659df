import { expect, it } from 'vitest';
import { createRungMemory } from '@/entrypoints/offscreen/rung-memory';
import type { RungFailure } from '@/utils/inference/rung-memory';
import { createWorld } from '../jobs/world';

const failure: RungFailure = { rung: 'webgpu-fp16', reason: 'run', detail: 'NaN', browser: 'Chrome/156', at: 1 };

it('what one engine notes, the next one recalls; of each rung only the last failure', async () => {
  const world = createWorld();
  const memory = createRungMemory(world.db);
  await memory.note(failure);
  await memory.note({ ...failure, at: 2 });
  await memory.note({ ...failure, rung: 'webgpu-fp32' });
  const next = createRungMemory(world.otherContext());
  expect(await next.recall()).toEqual([
    { ...failure, at: 2 },
    { ...failure, rung: 'webgpu-fp32' },
  ]);
});

it('what works is forgotten, and nothing else', async () => {
  const memory = createRungMemory(createWorld().db);
  await memory.note(failure);
  await memory.note({ ...failure, rung: 'webgpu-fp32' });
  await memory.forget('webgpu-fp16');
  expect(await memory.recall()).toMatchObject([{ rung: 'webgpu-fp32' }]);
});

it('a failure is in the log as well, and stays there when the rung works again', async () => {
  const world = createWorld();
  const memory = createRungMemory(world.db);
  await memory.note({ ...failure, detail: 'cannot load https://secret.test/x' });
  await memory.forget('webgpu-fp16');
  expect(await world.db.diagnostics.toArray()).toMatchObject([
    { at: 1, code: 'backend-unavailable', detail: 'webgpu-fp16: run cannot load …' },
  ]);
});
