/**
 * Exact Euclidean distance transform in linear time: Felzenszwalb and Huttenlocher, "Distance transforms of sampled
 * functions" (2012). The squared distance is the lower envelope of parabolas, found along columns and then along rows.
 */
const FAR = 1e20;

/**
 * @param {Uint8Array} marks 1 where a point is
 * @returns {Float64Array} squared distance in pixels from each pixel to the nearest point; 1e20 or more when there is none
 */
export function squaredDistances(marks, width, height) {
  const squared = new Float64Array(marks.length);
  for (let i = 0; i < squared.length; i++) squared[i] = marks[i] ? 0 : FAR;
  const longer = Math.max(width, height);
  const work = { line: new Float64Array(longer), roots: new Int32Array(longer), bounds: new Float64Array(longer + 1) };
  for (let x = 0; x < width; x++) transformLine(squared, x, width, height, work);
  for (let y = 0; y < height; y++) transformLine(squared, y * width, 1, width, work);
  return squared;
}

/** One line in place: `count` values from `start`, `step` apart. */
function transformLine(values, start, step, count, { line, roots, bounds }) {
  for (let i = 0; i < count; i++) line[i] = values[start + i * step];
  const last = buildEnvelope(line, count, roots, bounds);
  let k = 0;
  for (let i = 0; i < count; i++) {
    while (k < last && bounds[k + 1] < i) k += 1;
    const away = i - roots[k];
    values[start + i * step] = away * away + line[roots[k]];
  }
}

/** Which parabola is lowest from where on; gives the index of the last one. */
function buildEnvelope(line, count, roots, bounds) {
  let k = 0;
  roots[0] = 0;
  bounds[0] = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < count; i++) {
    let from = crossing(line, i, roots[k]);
    while (from <= bounds[k]) {
      k -= 1;
      from = crossing(line, i, roots[k]);
    }
    k += 1;
    roots[k] = i;
    bounds[k] = from;
  }
  return k;
}

function crossing(line, a, b) {
  return (line[a] + a * a - line[b] - b * b) / (2 * (a - b));
}
