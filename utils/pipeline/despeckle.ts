/**
 * Takes away what no subject is made of: small detached specks of alpha, and small holes right through the subject. A
 * piece is what hangs together at any visible alpha, corners included; so a hair that touches the subject, by however
 * faint a thread, is the subject. What is large, or long (a strand, a rope, a mast), stays though it is detached.
 * At the size of the network's matte, once over its pixels: runs of a row are found and joined with those above.
 */
import type { Matte } from './raster';

/** Alpha from which pixels hang together: five grey levels, just visible on black. */
const VISIBLE = 0.02;
/** A speck holds less alpha than this share of the matte: 118 px of 768², a square of 11. And … */
const SPECK_SHARE = 0.0002;
/** … less than this share of the largest piece: what is small beside a small subject may be half of it. */
const SPECK_OF_LARGEST = 0.02;
/** A hole is smaller still, 29 px of 768²: gaps in hair and between arm and body are real, and larger. */
const HOLE_SHARE = 0.00005;
/** A piece that reaches over more than this share of the matte's side is a strand, however little alpha it holds. */
const LONG_SHARE = 0.04;

/** Matte within 0–1 → the same size with specks at 0 and holes at 1; `matte` is left as it is. */
export function despeckle(matte: Matte): Matte {
  const cleaned = { ...matte, data: matte.data.slice() };
  fillSmall(cleaned.data, matte, { share: SPECK_SHARE, value: 0 });
  // A hole is a speck of what is not there.
  const absence = { ...matte, data: new Float32Array(matte.data.length) };
  for (let i = 0; i < absence.data.length; i++) absence.data[i] = 1 - (matte.data[i] as number);
  fillSmall(cleaned.data, absence, { share: HOLE_SHARE, value: 1 });
  return cleaned;
}

/**
 * Writes `value` over the small pieces of `matte`. The largest piece stays whatever it holds: "no subject" is another
 * stage's verdict.
 */
function fillSmall(data: Float32Array, matte: Matte, { share, value }: { share: number; value: number }): void {
  const runs = findRuns(matte);
  const largest = runs.reduce((most, run) => Math.max(most, pieceOf(run).mass), 0);
  const least = Math.min(share * matte.data.length, SPECK_OF_LARGEST * largest);
  const long = LONG_SHARE * Math.max(matte.width, matte.height);
  for (const run of runs) {
    const { mass, left, right, top, bottom } = pieceOf(run);
    if (mass >= least || Math.max(right - left, bottom - top + 1) >= long) continue;
    data.fill(value, run.y * matte.width + run.begin, run.y * matte.width + run.end);
  }
}

/** Visible pixels `begin` to before `end` of row y; a whole matte has some thousands, so objects are cheap. */
interface Run {
  readonly y: number;
  readonly begin: number;
  readonly end: number;
  /** Another run of the same piece, whose piece is this run's; itself at the end of the chain, which holds the rest. */
  parent: Run;
  /** Sum of alpha. */
  mass: number;
  left: number;
  right: number;
  readonly top: number;
  bottom: number;
}

/** All runs, top to bottom, those that touch joined: one look at each pixel, a quarter of the time of asking neighbours. */
function findRuns(matte: Matte): Run[] {
  const runs: Run[] = [];
  let above: Run[] = [];
  for (let y = 0; y < matte.height; y++) {
    const row = runsOfRow(matte, y);
    let k = 0;
    for (const run of row) {
      // Corners count: [begin, end) of one reaches to [begin − 1, end + 1) of the other.
      while (k < above.length && (above[k] as Run).end < run.begin) k++;
      for (let j = k; j < above.length && (above[j] as Run).begin <= run.end; j++) join(run, above[j] as Run);
      runs.push(run);
    }
    above = row;
  }
  return runs;
}

function runsOfRow({ width, data }: Matte, y: number): Run[] {
  const row = data.subarray(y * width, (y + 1) * width);
  const runs: Run[] = [];
  for (let x = 0; x < width; x++) {
    const begin = x;
    let mass = 0;
    for (; x < width && (row[x] as number) >= VISIBLE; x++) mass += row[x] as number;
    if (x > begin) runs.push(oneRun({ y, begin, end: x, mass }));
  }
  return runs;
}

function oneRun(run: Pick<Run, 'y' | 'begin' | 'end' | 'mass'>): Run {
  const box = { left: run.begin, right: run.end, top: run.y, bottom: run.y };
  const made: Omit<Run, 'parent'> & { parent?: Run } = { ...run, ...box };
  return Object.assign(made, { parent: made as Run });
}

/** The run that stands for the piece; the chain is shortened on the way. */
function pieceOf(run: Run): Run {
  let at = run;
  while (at.parent !== at) {
    at.parent = at.parent.parent;
    at = at.parent;
  }
  return at;
}

/** The piece that begins higher takes up the other. */
function join(a: Run, b: Run): void {
  const [one, two] = [pieceOf(a), pieceOf(b)];
  if (one === two) return;
  const [upper, lower] = one.top < two.top ? [one, two] : [two, one];
  lower.parent = upper;
  upper.mass += lower.mass;
  upper.left = Math.min(upper.left, lower.left);
  upper.right = Math.max(upper.right, lower.right);
  upper.bottom = Math.max(upper.bottom, lower.bottom);
}
