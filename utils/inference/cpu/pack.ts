/** Puts a plan's weights into memory in the order in which the kernels read them. */
import { widenHalf } from '../weights';
import type { Kernels } from './kernels';
import type { ConvStep, Plan, PlanTensor } from './plan';
import type { Packed } from './program';

/** Output channels that a kernel makes at once, and the bytes of their factors and biases. */
const GROUP = 8;
const SCALE_BYTES = 2 * GROUP * 4;
/** A byte's largest value. */
const LARGEST = 127;
/** kernels/pack.ts: what is left of a weight after rounding is kept in these parts of a step. */
const FINE_PARTS = 254;

export interface Shelf {
  /** By the name of the tensor that the convolution makes. */
  readonly packed: ReadonlyMap<string, Packed>;
  /** Bytes from the shelf's address on. */
  readonly bytes: number;
}

const convsOf = ({ steps }: Plan) => steps.filter((step): step is ConvStep => step.do === 'conv');

/** Gives every convolution its place from `base` on. Pure. @throws RangeError for a map of more than four channels */
export function shelve(plan: Plan, base: number): Shelf {
  const packed = new Map<string, Packed>();
  let end = base;
  for (const { from, to, columns, size } of convsOf(plan)) {
    const { channels, type } = plan.tensors[to] as PlanTensor;
    const onBytes = plan.tensors[from]?.type === 'byte';
    if (onBytes && type === 'float' && channels > GROUP / 2) throw new RangeError(`${to} has no room for fine weights`);
    const groups = Math.ceil(channels / GROUP);
    const bytesPerGroup = size * size * columns * GROUP * (onBytes ? 1 : 4);
    const weights = end + groups * SCALE_BYTES;
    packed.set(to, { scales: end, weights, bytesPerGroup, groups });
    end = weights + groups * bytesPerGroup;
  }
  return { packed, bytes: end - base };
}

/** Bytes that `pack` needs beside the shelf: the largest convolution's float16 weights and its input channels' scales. */
export function scratchBytes(plan: Plan): number {
  return Math.max(...convsOf(plan).map((step) => halfBytes(plan, step) + 4 * step.columns + 4));
}

function halfBytes({ tensors }: Plan, { to, columns, size }: ConvStep): number {
  return 2 * (tensors[to] as PlanTensor).channels * columns * size * size;
}

interface Desk {
  readonly kernels: Kernels;
  readonly memory: WebAssembly.Memory;
  /** Address of `scratchBytes`. */
  readonly scratch: number;
}

/**
 * @param halves the float16 weights file
 * @throws RangeError when the file is shorter than the plan says
 */
export function pack(plan: Plan, halves: ArrayBuffer, { packed }: Shelf, desk: Desk): void {
  for (const step of convsOf(plan)) {
    const place = packed.get(step.to) as Packed;
    if (plan.tensors[step.from]?.type === 'byte') packOnBytes(plan, step, halves, place, desk);
    else packOnFloats(plan, step, halves, place, desk);
  }
}

/**
 * Input bytes a, weights w × column scale: the sum of a × round(w × 127 / largest) times largest / 127 / 127 is what the
 * float convolution gives; divided by the row's scale and times 127 it is a byte again.
 */
function packOnBytes(plan: Plan, step: ConvStep, halves: ArrayBuffer, place: Packed, desk: Desk): void {
  const { kernels, memory, scratch } = desk;
  const { columns, size } = step;
  const { channels, type, scales } = plan.tensors[step.to] as PlanTensor;
  const rowBytes = 2 * columns * size * size;
  const columnScales = Math.ceil((scratch + channels * rowBytes) / 4) * 4;
  new Uint8Array(memory.buffer, scratch).set(new Uint8Array(halves, step.weights, channels * rowBytes));
  new Float32Array(memory.buffer, columnScales, columns).set((plan.tensors[step.from] as PlanTensor).scales ?? []);
  const biases = biasOf(step, halves, channels);
  const packRow = (row: number, as: number, fine: boolean) => {
    const to = place.weights + Math.floor(as / GROUP) * place.bytesPerGroup;
    return kernels.packBytes(scratch + row * rowBytes, columns, size * size, columnScales, to, as % GROUP, fine);
  };
  for (let row = 0; row < channels; row++) {
    const unit = type === 'byte' ? LARGEST / (scales?.[row] ?? 1) : 1;
    const factor = (packRow(row, row, false) / LARGEST / LARGEST) * unit;
    setScale(memory, place, row, factor, (biases[row] as number) * unit);
    // The matte itself: rounding is made good by a second row, which the group of eight has room for.
    if (type === 'float') {
      packRow(row, row + channels, true);
      setScale(memory, place, row + channels, factor / FINE_PARTS, 0);
    }
  }
}

function packOnFloats(plan: Plan, step: ConvStep, halves: ArrayBuffer, place: Packed, desk: Desk): void {
  const { columns, size, factor = 1, plus = 0 } = step;
  const { channels, type, scales } = plan.tensors[step.to] as PlanTensor;
  const taps = size * size;
  const rowBytes = 2 * columns * taps;
  const biases = biasOf(step, halves, channels);
  if (step.weights !== undefined) {
    const bytes = new Uint8Array(halves, step.weights, channels * rowBytes);
    new Uint8Array(desk.memory.buffer, desk.scratch).set(bytes);
  }
  for (let row = 0; row < channels; row++) {
    const unit = factor * (type === 'byte' ? LARGEST / (scales?.[row] ?? 1) : 1);
    const to = place.weights + Math.floor(row / GROUP) * place.bytesPerGroup;
    if (step.inline) {
      const inline = step.inline.weights.slice(row * columns * taps, (row + 1) * columns * taps);
      packInline(desk.memory, inline, { columns, taps, unit, to, lane: row % GROUP });
    } else {
      desk.kernels.packFloats(desk.scratch + row * rowBytes, columns, taps, unit, to, row % GROUP);
    }
    setScale(desk.memory, place, row, 1, (biases[row] as number) * unit + plus);
  }
}

function packInline(
  { buffer }: WebAssembly.Memory,
  row: readonly number[],
  { columns, taps, unit, to, lane }: { columns: number; taps: number; unit: number; to: number; lane: number },
): void {
  const floats = new Float32Array(buffer, to, columns * taps * GROUP);
  row.forEach((value, i) => {
    const column = Math.floor(i / taps);
    floats[((i % taps) * columns + column) * GROUP + lane] = value * unit;
  });
}

function biasOf({ bias, inline }: ConvStep, halves: ArrayBuffer, channels: number): ArrayLike<number> {
  return inline?.bias ?? widenHalf(halves.slice(bias, (bias ?? 0) + 2 * channels));
}

function setScale({ buffer }: WebAssembly.Memory, place: Packed, row: number, factor: number, bias: number): void {
  const at = place.scales + Math.floor(row / GROUP) * SCALE_BYTES + (row % GROUP) * 4;
  const view = new DataView(buffer);
  view.setFloat32(at, factor, true);
  view.setFloat32(at + GROUP * 4, bias, true);
}
