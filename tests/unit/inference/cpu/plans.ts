/** Small plans with random weights, and photos for them. */
import type { ConvStep, Plan, PlanTensor, Step } from '../../../../utils/inference/cpu/plan';
import type { Planes } from './reference';

export interface Built {
  readonly plan: Plan;
  readonly halves: ArrayBuffer;
}

/** Numbers between −1 and 1, the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Whole 127ths between 0 and 1: what bytes hold exactly. */
export function photo(side: number, seed = 1): Planes {
  const next = randomNumbers(seed);
  const data = Float32Array.from({ length: 3 * side * side }, () => Math.round(Math.abs(next()) * 127) / 127);
  return { channels: 3, width: side, height: side, data };
}

/** Adds steps one by one, and their weights to the file. @param scaleOf what a channel's 127 is worth */
export function planBuilder(type: PlanTensor['type'], scaleOf = (channel: number) => 1 + (channel % 3) / 4) {
  const next = randomNumbers(7);
  const numbers: number[] = [];
  const tensors: Record<string, PlanTensor> = { photo: { channels: 3, type: 'float' } };
  const steps: Step[] = [];
  const declare = (name: string, channels: number, as: PlanTensor['type']) => {
    tensors[name] = {
      channels,
      type: as,
      ...(as === 'byte' && { scales: Array.from({ length: channels }, (_, i) => scaleOf(i)) }),
    };
  };
  const store = (values: number[]) => 2 * (numbers.push(...values) - values.length);
  const random = (length: number, size: number) => Array.from({ length }, () => next() * size);
  return {
    conv(from: string, to: string, channels: number, shape: Partial<ConvStep> = {}) {
      const columns = (tensors[from] as PlanTensor).channels;
      const { size = 3, relu = true } = shape;
      declare(to, channels, relu ? type : 'float');
      const length = channels * columns * size * size;
      const weights = store(random(length, 1.5 / Math.sqrt(columns * size * size)));
      const bias = store(random(channels, 0.1));
      steps.push({
        ...{ do: 'conv', from, to, relu, columns, size, weights, bias },
        ...{ stride: 1, dilation: 1, pad: ((size - 1) / 2) * (shape.dilation ?? 1) },
        ...shape,
      } as ConvStep);
    },
    step(step: Step, channels: number, like: string) {
      tensors[step.to] = { ...(tensors[like] as PlanTensor), channels };
      steps.push(step);
    },
    /** The scales of a concatenation are its parts' one after the other. */
    concat(parts: readonly string[], to: string) {
      const all = parts.map((part) => tensors[part] as PlanTensor);
      const scales = all.flatMap((part) => [...(part.scales ?? [])]);
      const channels = all.reduce((sum, part) => sum + part.channels, 0);
      tensors[to] = { channels, type, ...(type === 'byte' && { scales }) };
      steps.push({ do: 'concat', parts, to });
    },
    build: (output: string): Built => ({
      plan: { input: 'photo', output, tensors, steps },
      halves: new Float16Array(numbers).buffer as ArrayBuffer,
    }),
  };
}

/** Everything that IS-Net and u2netp are made of, in small. */
export function smallNetwork(type: PlanTensor['type']): Built {
  const net = planBuilder(type);
  net.conv('photo', 'in', 16, { size: 7, stride: 2, pad: 3 });
  net.conv('in', 'a', 16);
  net.step({ do: 'pool', from: 'a', to: 'a/2' }, 16, 'a');
  net.conv('a/2', 'b', 16);
  net.conv('b', 'c', 16, { dilation: 2 });
  net.concat(['c', 'b'], 'cb');
  net.conv('cb', 'd', 16);
  net.step({ do: 'resize', from: 'd', to: 'd*2', sizeOf: 'a' }, 16, 'd');
  net.concat(['d*2', 'a'], 'da');
  net.conv('da', 'e', 16);
  net.step({ do: 'add', from: 'e', and: 'in', to: 'sum' }, 16, 'in');
  net.conv('sum', 'out', 1, { relu: false });
  return net.build('out');
}
