/** One row of the comparison: both sides' figures, their ratios, and the table for people. Pure. */
import { alignColumns } from '../columns.mjs';

const NONE = { coldMs: null, warmMs: null, longestTaskMs: null, peakMiB: null };
const HEAD = ['photo, backend, quality', '', 'cold s', 'warm s', 'task ms', 'MiB', 'model'];

/**
 * @typedef {{coldMs: number, warmMs: number, longestTaskMs: number, peakMiB: number | null}} Figures
 * @param {{photo: string, backend: string, quality: string, model: string}} pair
 * @param {Figures | null} ours null when that side failed
 * @param {Figures | null} theirs
 */
export function toRow({ photo, backend, quality, model }, ours, theirs) {
  const left = ours ?? NONE;
  const right = theirs ?? NONE;
  const ratio = {
    warm: divide(left.warmMs, right.warmMs),
    cold: divide(left.coldMs, right.coldMs),
    memory: divide(left.peakMiB, right.peakMiB),
  };
  return { photo, backend, quality, ours: left, theirs: { model, ...right }, ratio };
}

/** What is smaller is better, so below 1 Matte is ahead; null when one side has no figure. */
export function divide(ours, theirs) {
  if (ours === null || theirs === null || theirs === 0) return null;
  return Math.round((ours / theirs) * 1000) / 1000;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
}

/** Three lines a row: ours, theirs, and ours / theirs. */
export function formatRows(rows) {
  return alignColumns([HEAD, ...rows.flatMap(linesOf)]);
}

function linesOf({ photo, backend, quality, ours, theirs, ratio }) {
  const share = [ratio.cold, ratio.warm, null, ratio.memory].map((value) => value?.toFixed(2) ?? '');
  return [
    [`${photo}, ${backend}, ${quality}`, 'ours', ...cells(ours), ''],
    ['', 'theirs', ...cells(theirs), theirs.model],
    ['', 'ratio', ...share, ''],
  ];
}

function cells({ coldMs, warmMs, longestTaskMs, peakMiB }) {
  const seconds = (ms) => (ms === null ? '—' : (ms / 1000).toFixed(1));
  const whole = (value) => (value === null ? '—' : String(Math.round(value)));
  return [seconds(coldMs), seconds(warmMs), whole(longestTaskMs), whole(peakMiB)];
}
