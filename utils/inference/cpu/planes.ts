/** Where in memory a plan's tensors lie, for one input side. Pure. */
import { type Need, placeAll } from './arena';
import type { Plan, PlanTensor } from './plan';
import { homesOf, readBy, type Size, sizesOf } from './shapes';

/** A tensor in memory, NHWC; all but `size`, `ring` and `channels` in bytes. */
export interface Plane extends Size {
  /** The buffer it lies in, which other tensors may share side by side. */
  readonly home: string;
  /** Address of pixel (0, 0), its first channel. */
  readonly address: number;
  readonly row: number;
  readonly pixel: number;
  /** What belongs to this tensor of a pixel. */
  readonly channelBytes: number;
  /** Pixels of zeros around it. */
  readonly ring: number;
}

export interface Planes {
  readonly of: ReadonlyMap<string, Plane>;
  /** Bytes of memory from `base` on. */
  readonly bytes: number;
}

/** Lays all tensors out from `base` on. @throws RangeError when the side is too small for the network */
export function layOut(plan: Plan, side: number, base: number): Planes {
  const sizes = sizesOf(plan, side);
  const homeOf = homesOf(plan);
  const rings = ringsOf(plan, homeOf);
  const pixelOf = (home: string) => pixelBytes(home === plan.input, plan.tensors[home] as PlanTensor);
  const needs = new Map<string, Need>();
  for (const [home, { from, until }] of livesOf(plan, homeOf)) {
    const { width, height } = sizes.get(home) as Size;
    const ring = rings.get(home) ?? 0;
    needs.set(home, { from, until, bytes: (width + 2 * ring) * (height + 2 * ring) * pixelOf(home) });
  }
  const { at, bytes } = placeAll(needs);
  const offsets = offsetsOf(plan);
  const of = new Map<string, Plane>();
  for (const [name, size] of sizes) {
    const home = homeOf(name);
    const pixel = pixelOf(home);
    const ring = rings.get(home) ?? 0;
    const row = (size.width + 2 * ring) * pixel;
    const address = base + (at.get(home) as number) + ring * (row + pixel) + (offsets.get(name) ?? 0);
    const channelBytes = pixelBytes(name === plan.input, plan.tensors[name] as PlanTensor);
    of.set(name, { ...size, home, address, row, pixel, channelBytes, ring });
  }
  return { of, bytes };
}

/** Floats come in groups of eight channels, as the kernels make them; the photo has its three. */
function pixelBytes(isInput: boolean, { channels, type }: PlanTensor): number {
  if (type === 'byte') return channels;
  return 4 * (isInput ? channels : Math.ceil(channels / 8) * 8);
}

/** The widest that any reader looks over the edge: convolutions by their padding, pooling by one at odd sizes. */
function ringsOf({ steps }: Plan, homeOf: (name: string) => string): Map<string, number> {
  const rings = new Map<string, number>();
  for (const step of steps) {
    const reach = step.do === 'conv' ? step.pad : Number(step.do === 'pool');
    for (const name of readBy(step)) rings.set(homeOf(name), Math.max(rings.get(homeOf(name)) ?? 0, reach));
  }
  return rings;
}

/** From the first step that writes into a buffer to the last one that reads of it; the output lives on. */
function livesOf({ input, output, steps }: Plan, homeOf: (name: string) => string) {
  const lives = new Map([[input, { from: -1, until: 0 }]]);
  const touch = (name: string, at: number) => {
    const home = homeOf(name);
    lives.set(home, { from: lives.get(home)?.from ?? at, until: at });
  };
  steps.forEach((step, at) => {
    for (const name of readBy(step)) touch(name, at);
    if (step.do !== 'concat') touch(step.to, at);
  });
  touch(output, steps.length);
  return lives;
}

/** Where in a concatenation's pixel each part begins. */
function offsetsOf({ steps, tensors }: Plan): Map<string, number> {
  const offsets = new Map<string, number>();
  for (const step of steps) {
    if (step.do !== 'concat') continue;
    let offset = 0;
    for (const part of step.parts) {
      offsets.set(part, offset);
      offset += pixelBytes(false, tensors[part] as PlanTensor);
    }
  }
  return offsets;
}
