/** A plan run plainly, in floats and one number at a time: what the kernels are measured against. */
import type { AddStep, ConvStep, Plan, PoolStep, ResizeStep } from '../../../../utils/inference/cpu/plan';

/** CHW. */
export interface Planes {
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

const at = ({ width, height, data }: Planes, c: number, y: number, x: number) =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[(c * height + y) * width + x] as number);

function make(
  channels: number,
  width: number,
  height: number,
  of: (c: number, y: number, x: number) => number,
): Planes {
  const data = new Float32Array(channels * width * height);
  for (let i = 0; i < data.length; i++) {
    const area = width * height;
    data[i] = of(Math.floor(i / area), Math.floor((i % area) / width), i % width);
  }
  return { channels, width, height, data };
}

/** @returns the logits: the plan's output before anything is made of it */
export function runPlainly(plan: Plan, halves: ArrayBuffer, input: Planes): Planes {
  const known = new Map([[plan.input, input]]);
  const get = (name: string) => known.get(name) as Planes;
  for (const step of plan.steps) {
    if (step.do === 'conv') known.set(step.to, conv(step, get(step.from), halves));
    else if (step.do === 'pool') known.set(step.to, pool(step, get));
    else if (step.do === 'resize') known.set(step.to, resize(step, get));
    else if (step.do === 'add') known.set(step.to, add(step, get));
    else known.set(step.to, joined(step.parts.map(get)));
  }
  return get(plan.output);
}

function conv(step: ConvStep, from: Planes, halves: ArrayBuffer): Planes {
  const { columns, size, stride, pad, dilation, relu, inline, factor = 1, plus = 0 } = step;
  const weights = inline?.weights ?? new Float16Array(halves, step.weights);
  const rows = inline?.bias.length ?? ((step.bias ?? 0) - (step.weights ?? 0)) / 2 / columns / size / size;
  const bias = inline?.bias ?? new Float16Array(halves, step.bias, rows);
  const along = (length: number) => Math.floor((length + 2 * pad - dilation * (size - 1) - 1) / stride) + 1;
  return make(rows, along(from.width), along(from.height), (o, y, x) => {
    let sum = bias[o] as number;
    for (let c = 0; c < columns; c++) {
      for (let tap = 0; tap < size * size; tap++) {
        const value = at(
          from,
          c,
          y * stride + Math.floor(tap / size) * dilation - pad,
          x * stride + (tap % size) * dilation - pad,
        );
        sum += value * (weights[(o * columns + c) * size * size + tap] as number);
      }
    }
    return relu ? Math.max(0, sum) : sum * factor + plus;
  });
}

function pool({ from }: PoolStep, get: (name: string) => Planes): Planes {
  const source = get(from);
  return make(source.channels, Math.ceil(source.width / 2), Math.ceil(source.height / 2), (c, y, x) =>
    Math.max(...[0, 1, 2, 3].map((i) => at(source, c, 2 * y + (i >> 1), 2 * x + (i & 1)))),
  );
}

function resize({ from, sizeOf }: ResizeStep, get: (name: string) => Planes): Planes {
  const source = get(from);
  const { width, height } = get(sizeOf);
  const place = (i: number, size: number, to: number) => Math.min(Math.max(((i + 0.5) * size) / to - 0.5, 0), size - 1);
  return make(source.channels, width, height, (c, y, x) => {
    const [py, px] = [place(y, source.height, height), place(x, source.width, width)];
    const [top, left] = [Math.floor(py), Math.floor(px)];
    const [bottom, right] = [Math.min(top + 1, source.height - 1), Math.min(left + 1, source.width - 1)];
    const row = (r: number) => at(source, c, r, left) * (1 - px + left) + at(source, c, r, right) * (px - left);
    return row(top) * (1 - py + top) + row(bottom) * (py - top);
  });
}

function add({ from, and }: AddStep, get: (name: string) => Planes): Planes {
  const [a, b] = [get(from), get(and)];
  return { ...a, data: a.data.map((value, i) => value + (b.data[i] as number)) };
}

function joined(parts: readonly Planes[]): Planes {
  const [{ width, height }] = parts as [Planes];
  const data = new Float32Array(parts.reduce((sum, part) => sum + part.data.length, 0));
  let end = 0;
  for (const part of parts) {
    data.set(part.data, end);
    end += part.data.length;
  }
  return { channels: data.length / width / height, width, height, data };
}
