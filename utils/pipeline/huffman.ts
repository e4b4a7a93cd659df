/**
 * Huffman codes for DEFLATE (RFC 1951, 3.2.2), as short as the counts allow. Counts and codes only: `deflate.ts` writes
 * the bits.
 */

export interface HuffmanCode {
  /** Bits of each symbol's code, 0 for a symbol that does not occur. */
  readonly lengths: Uint8Array;
  /** The codes, already in the order in which DEFLATE writes bits: the first bit lowest. */
  readonly codes: Uint16Array;
}

/**
 * `counts[symbol]` ≥ 0 → a prefix code with at most `maxBits` (≤ 15) bits a symbol. One symbol alone gets one bit.
 *
 * Too long a code is shortened by halving the counts and building again: half a percent off the optimum, and a tenth of
 * the code of a package-merge. Two rounds are rare, since 32 k counts can need at most 21 bits.
 */
export function huffmanCode(counts: ArrayLike<number>, maxBits: number): HuffmanCode {
  let weights = Float64Array.from(counts);
  let lengths = codeLengths(weights);
  while (lengths.some((bits) => bits > maxBits)) {
    weights = weights.map((weight) => Math.ceil(weight / 2));
    lengths = codeLengths(weights);
  }
  return { lengths, codes: canonicalCodes(lengths, maxBits) };
}

/** Two queues, both rising: leaves by count, and the nodes made of them, which come out in order by themselves. */
function codeLengths(weights: Float64Array): Uint8Array {
  const leaves = Array.from(weights.keys()).filter((symbol) => (weights[symbol] as number) > 0);
  leaves.sort((a, b) => (weights[a] as number) - (weights[b] as number));
  const lengths = new Uint8Array(weights.length);
  if (leaves.length === 1) lengths[leaves[0] as number] = 1;
  if (leaves.length < 2) return lengths;
  const total = 2 * leaves.length - 1;
  const weight = new Float64Array(total).fill(Number.POSITIVE_INFINITY);
  const parent = new Int32Array(total);
  leaves.forEach((symbol, i) => {
    weight[i] = weights[symbol] as number;
  });
  let leaf = 0;
  let inner = leaves.length;
  for (let made = leaves.length; made < total; made++) {
    weight[made] = 0;
    for (let child = 0; child < 2; child++) {
      const leafFirst =
        leaf < leaves.length && (inner >= made || (weight[leaf] as number) <= (weight[inner] as number));
      const pick = leafFirst ? leaf++ : inner++;
      parent[pick] = made;
      weight[made] = (weight[made] as number) + (weight[pick] as number);
    }
  }
  const depth = new Uint8Array(total);
  for (let node = total - 2; node >= 0; node--) depth[node] = (depth[parent[node] as number] as number) + 1;
  leaves.forEach((symbol, i) => {
    lengths[symbol] = depth[i] as number;
  });
  return lengths;
}

/** Codes of one length are consecutive, shorter ones come first: the lengths alone tell the decoder everything. */
function canonicalCodes(lengths: Uint8Array, maxBits: number): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let next = 0;
  for (let bits = 1; bits <= maxBits; bits++) {
    next <<= 1;
    lengths.forEach((length, symbol) => {
      if (length === bits) codes[symbol] = reversed(next++, bits);
    });
  }
  return codes;
}

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i);
  return result;
}
