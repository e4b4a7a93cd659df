/** How large each tensor of a plan is for an input of a given side, and in whose memory it lies. Pure. */
import type { Plan, Step } from './plan';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes of all tensors, by name. @throws RangeError for a side at which a tensor is narrower than a kernel's tile */
export function sizesOf({ input, steps }: Plan, side: number): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>([[input, { width: side, height: side }]]);
  const of = (name: string) => sizes.get(name) as Size;
  for (const step of steps) {
    const size = sizeAfter(step, of);
    if (size.width < TILE) throw new RangeError(`at ${side} pixels, ${step.to} would be ${size.width} wide`);
    sizes.set(step.to, size);
  }
  return sizes;
}

/** Convolutions make four pixels at a time. */
const TILE = 4;

function sizeAfter(step: Step, of: (name: string) => Size): Size {
  if (step.do === 'concat') return of(step.parts[0] as string);
  if (step.do === 'resize') return of(step.sizeOf);
  const { width, height } = of(step.from);
  if (step.do === 'add') return { width, height };
  const along = (length: number) => {
    if (step.do === 'pool') return Math.ceil(length / 2);
    return Math.floor((length + 2 * step.pad - step.dilation * (step.size - 1) - 1) / step.stride) + 1;
  };
  return { width: along(width), height: along(height) };
}

/** What a step reads and what it writes into, as names of tensors. */
export function readBy(step: Step): readonly string[] {
  if (step.do === 'concat') return [];
  return step.do === 'add' ? [step.from, step.and] : [step.from];
}

/** The tensor in whose memory another one lies: a concatenation's, for its parts; else its own. */
export function homesOf({ steps }: Plan): (name: string) => string {
  const homes = new Map<string, string>();
  for (const step of steps) if (step.do === 'concat') for (const part of step.parts) homes.set(part, step.to);
  return (name) => homes.get(name) ?? name;
}
