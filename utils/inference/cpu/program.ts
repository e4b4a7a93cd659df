/** A plan for one input side as the kernels read it: operations of 32 int32 each; kernels/operation.ts names the fields. */
import type { ConvStep, Plan, Step } from './plan';
import type { Plane, Planes } from './planes';

/** kernels/operation.ts */
const KINDS = {
  conv8: 1,
  conv32: 2,
  pool8: 3,
  pool32: 4,
  resize8: 5,
  resize32: 6,
  add8: 7,
  add32: 8,
  clear: 9,
} as const;
const INTS = 32;
/** Where a convolution's argument stands that points at its table of runs. */
const TABLE_AT = 11;

/** kernels/finish.ts */
const TO_BYTES = 0;
const TO_FLOATS = 1;
const TO_POSITIVE_FLOATS = 2;

/** Where a convolution's packed numbers are. */
export interface Packed {
  readonly weights: number;
  /** Per group of eight channels: eight factors, eight biases. */
  readonly scales: number;
  readonly bytesPerGroup: number;
  readonly groups: number;
}

export interface Program {
  /** Operations, then the tables of runs that they point at. */
  readonly words: Int32Array<ArrayBuffer>;
  readonly operations: number;
}

interface Operation {
  readonly fields: readonly number[];
  /** What a convolution's kernel covers, as offsets from its middle. */
  readonly runs?: readonly number[];
}

/**
 * @param packed by the name of the tensor that the convolution makes
 * @param base the address at which the words will lie
 */
export function assemble(plan: Plan, planes: Planes, packed: ReadonlyMap<string, Packed>, base: number): Program {
  const operations = operationsOf(plan, planes, packed);
  const tables = operations.flatMap(({ runs = [] }) => runs);
  const words = new Int32Array(operations.length * INTS + tables.length);
  let table = operations.length * INTS;
  words.set(tables, table);
  for (const [i, { fields, runs }] of operations.entries()) {
    words.set(fields, i * INTS);
    if (!runs) continue;
    words[i * INTS + TABLE_AT] = base + table * 4;
    table += runs.length;
  }
  return { words, operations: operations.length };
}

/** The steps, and before what first writes into a buffer, the clearing of the ring around it. */
function operationsOf(plan: Plan, planes: Planes, packed: ReadonlyMap<string, Packed>): Operation[] {
  const plane = (name: string) => planes.of.get(name) as Plane;
  const begun = new Set<string>();
  const clearing = (name: string): Operation[] => {
    const home = plane(plane(name).home);
    if (begun.has(home.home)) return [];
    begun.add(home.home);
    return home.ring > 0 ? [clear(home)] : [];
  };
  const steps = plan.steps.filter((step) => step.do !== 'concat');
  return [...clearing(plan.input), ...steps.flatMap((s) => [...clearing(s.to), operationFor(s, plan, plane, packed)])];
}

function clear(plane: Plane): Operation {
  return { fields: fields(KINDS.clear, plane.height + 2 * plane.ring, null, plane, plane.ring, plane.height) };
}

function fields(kind: number, items: number, from: Plane | null, to: Plane, ...args: number[]): number[] {
  const source = from ? [from.address, from.row, from.pixel] : [0, 0, 0];
  return [kind, items, ...source, to.address, to.row, to.pixel, to.width, to.channelBytes, ...args];
}

function operationFor(
  step: Exclude<Step, { do: 'concat' }>,
  plan: Plan,
  plane: (name: string) => Plane,
  packed: ReadonlyMap<string, Packed>,
): Operation {
  const [from, to] = [plane(step.from), plane(step.to)];
  const bits = plan.tensors[step.from]?.type === 'byte' ? 8 : 32;
  if (step.do === 'pool') return { fields: fields(KINDS[`pool${bits}`], to.height, from, to) };
  if (step.do === 'resize') {
    return { fields: fields(KINDS[`resize${bits}`], to.height, from, to, from.width, from.height, to.height) };
  }
  if (step.do === 'add') {
    const { address, row, pixel } = plane(step.and);
    return { fields: fields(KINDS[`add${bits}`], to.height, from, to, address, row, pixel) };
  }
  const { weights, scales, bytesPerGroup, groups } = packed.get(step.to) as Packed;
  const { runs, length } = runsOf(step, from);
  const args = [groups, 0, runs.length, length, weights, scales, outputOf(step, plan), step.stride, bytesPerGroup];
  return { fields: fields(KINDS[`conv${bits}`], to.height, from, to, ...args), runs };
}

function outputOf({ to, relu }: ConvStep, { tensors }: Plan): number {
  if (tensors[to]?.type === 'byte') return TO_BYTES;
  return relu ? TO_POSITIVE_FLOATS : TO_FLOATS;
}

/** The stretches of memory that a kernel covers, relative to the pixel under its middle; a row of it in one, if it can be. */
function runsOf({ size, pad, dilation }: ConvStep, { row, pixel, channelBytes }: Plane) {
  const taps = Array.from({ length: size }, (_, i) => i * dilation - pad);
  if (dilation === 1 && pixel === channelBytes) {
    return { runs: taps.map((y) => y * row - pad * pixel), length: size * channelBytes };
  }
  return { runs: taps.flatMap((y) => taps.map((x) => y * row + x * pixel)), length: channelBytes };
}
