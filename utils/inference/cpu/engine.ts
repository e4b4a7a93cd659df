/**
 * Networks on the CPU, by our own kernels: in one memory, because they run one after the other and may use the same place
 * for what they compute. IS-Net at 896² and u2netp at 224² take 118 MiB together, of which 44 are IS-Net's weights.
 */
import type { Tensor } from '../../pipeline/ports';
import type { Matte } from '../../pipeline/raster';
import { HEADER_BYTES, instantiate, type Kernels, makeMemory } from './kernels';
import { readLogits, toMatte, writeInput } from './matte';
import { pack, type Shelf, scratchBytes, shelve } from './pack';
import type { Plan } from './plan';
import { layOut, type Plane, type Planes } from './planes';
import { assemble, type Program } from './program';

/** A network and what it will be asked. */
export interface Load {
  readonly plan: Plan;
  /** The float16 weights file. */
  readonly halves: ArrayBuffer;
  /** Sides of the squares it will look at, pixels. */
  readonly sides: readonly number[];
}

export interface CpuEngine {
  /** What the network at place `load` sees in a square of one of its sides. Blocks the thread until it is done. */
  segment(load: number, tensor: Tensor): Matte;
}

/**
 * @param module the compiled kernels
 * @param invite called with the memory before the weights are packed; helpers that join run `help` on it
 * @throws RangeError when there is too little memory, a side is too small, or a weights file too short
 */
export async function createCpuEngine(
  module: WebAssembly.Module,
  loads: readonly Load[],
  invite: (memory: WebAssembly.Memory) => void,
): Promise<CpuEngine> {
  const { shelves, arena, prepared, bytes } = arrange(loads);
  const memory = makeMemory(bytes);
  invite(memory);
  const kernels = await instantiate(module, memory);
  loads.forEach(({ plan, halves }, i) => {
    pack(plan, halves, shelves[i] as Shelf, { kernels, memory, scratch: arena });
  });
  for (const { program } of prepared.flatMap((each) => [...each.values()])) {
    new Int32Array(memory.buffer, program.address).set(program.words);
  }
  return {
    segment(load, tensor) {
      const ready = prepared[load]?.get(tensor.width);
      if (!ready) throw new RangeError(`not made for squares of ${tensor.width}`);
      return look(kernels, memory, ready, tensor);
    },
  };
}

interface Ready {
  readonly input: Plane;
  readonly output: Plane;
  readonly program: Program & { readonly address: number };
  readonly counters: number;
}

/** Header, weights, one arena for all, programs. Pure. */
function arrange(loads: readonly Load[]) {
  let end = HEADER_BYTES;
  const shelves = loads.map(({ plan }) => {
    const shelf = shelve(plan, end);
    end = align(end + shelf.bytes);
    return shelf;
  });
  const arena = end;
  const layouts = loads.map(({ plan, sides }) => new Map(sides.map((side) => [side, layOut(plan, side, arena)])));
  const needs = layouts.flatMap((layout) => [...layout.values()].map(({ bytes }) => bytes));
  end = align(arena + Math.max(...needs, ...loads.map(({ plan }) => scratchBytes(plan))));
  const prepared = loads.map(({ plan }, i) => {
    const ready = new Map<number, Ready>();
    for (const [side, planes] of layouts[i] ?? []) {
      const program = { ...assemble(plan, planes, (shelves[i] as Shelf).packed, end), address: end };
      const counters = align(end + program.words.byteLength);
      end = align(counters + program.operations * COUNTER_BYTES);
      ready.set(side, { ...ends(plan, planes), program, counters });
    }
    return ready;
  });
  return { shelves, arena, prepared, bytes: end };
}

/** kernels/threads.ts */
const COUNTER_BYTES = 8;

const align = (address: number) => Math.ceil(address / 64) * 64;

function ends({ input, output }: Plan, { of }: Planes) {
  return { input: of.get(input) as Plane, output: of.get(output) as Plane };
}

function look(kernels: Kernels, memory: WebAssembly.Memory, ready: Ready, { width, data }: Tensor): Matte {
  const { input, output, program, counters } = ready;
  writeInput(memory, input, data);
  kernels.run(program.address, program.operations, counters);
  return toMatte(readLogits(memory, output), width);
}
