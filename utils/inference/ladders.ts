/**
 * The one ladder that is alive: for the backend and quality that were asked for last. Another wish gives the old
 * sessions back before it makes its own, so that two networks never share the memory.
 */
import type { Backend, EngineWish, Quality } from '../jobs/job';
import { type Machine, planRungs } from './backend';
import type { Live } from './foothold';
import { createLadder, type Ladder } from './ladder';
import { type RungMemory, recent } from './rung-memory';
import type { Fallen } from './steps';

export interface LadderWorld<Kept extends Live> {
  probe(): Promise<Machine>;
  create(rung: Backend, quality: Quality, machine: Machine): Promise<Kept>;
  /** Side of the largest network's square input, pixels. */
  inputSide(quality: Quality): number;
  readonly memory: RungMemory;
  /** Name and version. */
  readonly browser: string;
  readonly now: () => number;
}

/**
 * @returns gives the ladder for a wish: the one that is alive, when it fits. `fallen` is what another worker tried
 * before; only the first ladder looks at it.
 */
export function createLadders<Kept extends Live>(world: LadderWorld<Kept>) {
  let alive: { readonly wish: EngineWish; readonly ladder: Promise<Ladder<Kept>> } | null = null;

  async function replace(wish: EngineWish, fallen: readonly Fallen[], old?: Promise<Ladder<Kept>>) {
    const ladder = await makeLadder(world, wish, old ? [] : fallen);
    await old?.then((given) => given.close()).catch(() => {});
    return ladder;
  }

  return (wish: EngineWish, fallen: readonly Fallen[] = []): Promise<Ladder<Kept>> => {
    if (alive?.wish.backend !== wish.backend || alive.wish.quality !== wish.quality) {
      alive = { wish, ladder: replace(wish, fallen, alive?.ladder) };
    }
    return alive.ladder;
  };
}

async function makeLadder<Kept extends Live>(
  world: LadderWorld<Kept>,
  { backend, quality }: EngineWish,
  fallen: readonly Fallen[],
) {
  const { memory, now } = world;
  // A memory that cannot be read costs a failing start, never a picture.
  const [machine, remembered] = await Promise.all([world.probe(), memory.recall().catch(() => [])]);
  const browser = `${world.browser} · ${machine.gpu?.name ?? 'no GPU'}`;
  const failures = recent(remembered, browser, now());
  const largest = (rung: Backend) => largestTensor(world.inputSide(quality), rung === 'webgpu-fp16' ? 2 : 4);
  return createLadder<Kept>({
    fallen,
    plan: planRungs({ choice: backend, machine, largestTensor: largest, failures }),
    create: (rung) => world.create(rung, quality, machine),
    failed: (rung, reason, detail) => void memory.note({ rung, reason, detail, browser, at: now() }).catch(() => {}),
    works: (rung) => {
      if (remembered.some((failure) => failure.rung === rung)) void memory.forget(rung).catch(() => {});
    },
  });
}

/** Bytes of IS-Net's largest tensor: what enters its last decoder, 128 channels at half the input's side. */
function largestTensor(side: number, bytesPerNumber: number): number {
  return 128 * (side / 2) ** 2 * bytesPerNumber;
}
