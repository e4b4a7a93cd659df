/** Means per kind and in total, their ratios, and the table for people. Pure. */
import { alignColumns } from '../columns.mjs';

/** Each figure, whether more or less of it is better, and how it is printed. */
export const FIGURES = [
  { key: 'mae', head: 'MAE ↓', digits: 4 },
  { key: 'mse', head: 'MSE ↓', digits: 4 },
  { key: 'softMae', head: 'soft ↓', digits: 3 },
  { key: 'gradient', head: 'grad ↓', digits: 2 },
  { key: 'fringe', head: 'fringe ↓', digits: 4 },
  { key: 'iou', head: 'IoU ↑', digits: 3 },
  { key: 'fBeta', head: 'Fβ ↑', digits: 3 },
  { key: 'boundaryF', head: 'bound.F ↑', digits: 3 },
];
const SCENES = 'scene';

/**
 * @param {{kind: string, ours: Record<string, number | null>, theirs: Record<string, number | null>}[]} photos
 * @returns {{kind: string, count: number, ours: object, theirs: object, ratio: object}[]} one per kind, scenes after the
 *   photos, and `total` over the photos last (over the scenes when there is nothing else)
 */
export function summarise(photos) {
  const kinds = [...new Set(photos.map(({ kind }) => kind))].sort(
    (a, b) => Number(a === SCENES) - Number(b === SCENES),
  );
  const real = photos.filter(({ kind }) => kind !== SCENES);
  const groups = kinds.map((kind) =>
    groupOf(
      kind,
      photos.filter((photo) => photo.kind === kind),
    ),
  );
  return [...groups, groupOf('total', real.length > 0 ? real : photos)];
}

function groupOf(kind, photos) {
  const ours = meanOf(photos.map((photo) => photo.ours));
  const theirs = meanOf(photos.map((photo) => photo.theirs));
  const ratio = Object.fromEntries(FIGURES.map(({ key }) => [key, divide(ours[key], theirs[key])]));
  return { kind, count: photos.length, ours, theirs, ratio };
}

/** A figure's mean over the pictures that have it; null when none has. */
function meanOf(scores) {
  return Object.fromEntries(
    FIGURES.map(({ key }) => {
      const values = scores.map((each) => each[key]).filter((value) => value !== null);
      return [key, values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}

const divide = (ours, theirs) => (ours === null || theirs === null || theirs === 0 ? null : ours / theirs);

/** Three lines a group: ours, theirs, and ours / theirs. */
export function formatGroups(groups) {
  return alignColumns([['kind', '', ...FIGURES.map(({ head }) => head)], ...groups.flatMap(linesOf)]);
}

function linesOf({ kind, count, ours, theirs, ratio }) {
  const print = (values) => FIGURES.map(({ key, digits }) => values[key]?.toFixed(digits) ?? '—');
  const share = FIGURES.map(({ key }) => ratio[key]?.toFixed(3) ?? '—');
  return [
    [`${kind} (${count})`, 'ours', ...print(ours)],
    ['', 'theirs', ...print(theirs)],
    ['', 'ratio', ...share],
  ];
}
