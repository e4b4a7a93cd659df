/** A network as scripts/models/plan.mjs writes it: steps in the order in which they run, on named tensors. */

export interface Plan {
  /** Name of the input: NHWC floats, 3 channels. */
  readonly input: string;
  /** Name of the tensor whose values, summed over its channels' rows, are the logits of the matte. */
  readonly output: string;
  readonly tensors: Readonly<Record<string, PlanTensor>>;
  readonly steps: readonly Step[];
}

export interface PlanTensor {
  readonly channels: number;
  /** Bytes hold 0 … 127 for 0 … `scales[channel]`. */
  readonly type: 'byte' | 'float';
  readonly scales?: readonly number[];
}

export type Step = ConvStep | PoolStep | ResizeStep | AddStep | ConcatStep;

export interface ConvStep {
  readonly do: 'conv';
  readonly from: string;
  readonly to: string;
  readonly relu: boolean;
  /** Input channels. */
  readonly columns: number;
  /** Kernel side; `stride`, `pad` and `dilation` are the same in both directions. */
  readonly size: number;
  readonly stride: number;
  readonly pad: number;
  readonly dilation: number;
  /** Byte offsets in the float16 weights file: OIHW, and one number per output channel. */
  readonly weights?: number;
  readonly bias?: number;
  /** In their place where the builder has merged layers. */
  readonly inline?: { readonly weights: readonly number[]; readonly bias: readonly number[] };
  /** The result times `factor`, plus `plus`. */
  readonly factor?: number;
  readonly plus?: number;
}

/** 2×2 maximum by 2; an odd side is rounded up. */
export interface PoolStep {
  readonly do: 'pool';
  readonly from: string;
  readonly to: string;
}

/** Bilinear, half-pixel centres, to the size of `sizeOf`. */
export interface ResizeStep {
  readonly do: 'resize';
  readonly from: string;
  readonly to: string;
  readonly sizeOf: string;
}

export interface AddStep {
  readonly do: 'add';
  readonly from: string;
  readonly and: string;
  readonly to: string;
}

/** Costs nothing: the parts are written where they belong. */
export interface ConcatStep {
  readonly do: 'concat';
  readonly parts: readonly string[];
  readonly to: string;
}
