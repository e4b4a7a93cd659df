import { join } from 'node:path';
import { ROOT } from '../../scripts/setup/paths.mjs';
import { QUALITIES, readOptions, readQualities } from '../args.mjs';

/** Photos with ground truth that lie beside the project where it is developed; not part of it. */
export const USUAL_FOLDER = join(ROOT, '..', 'shared', 'eval-dev');

export const USAGE = `Usage: npm run bench:quality [-- --images DIR --masks DIR] [--quality fast,balanced,best] [--backend auto|webgpu|wasm]
                             [--limit N] [--fresh] [--json [FILE]]

Matte's cutouts and those of @imgly/background-removal 1.7.0 against ground truth.
  --images, --masks  photos and their masks, paired by name (default: ../shared/eval-dev)
  --quality          which of ours (default: balanced)
  --backend          what runs ours (default: auto)
  --limit            at most N photos and N built scenes, evenly spread
  --fresh            make the peer's cutouts anew instead of taking them from out/bench-cache
  --json             one JSON object, to FILE or to stdout`;

const OPTIONS = {
  images: { type: 'string' },
  masks: { type: 'string' },
  quality: { type: 'string', default: 'balanced' },
  backend: { type: 'string', default: 'auto' },
  limit: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** @returns the options; `qualities` as a list, `limit` as a number; `problem` says what is wrong with them */
export function readQualityArgs(args) {
  const wish = readOptions(args, OPTIONS);
  if (wish.problem) return wish;
  const qualities = readQualities(wish.quality) ?? [];
  const limit = wish.limit === undefined ? Number.POSITIVE_INFINITY : Number(wish.limit);
  return { ...wish, qualities, limit, problem: problemOf({ ...wish, qualities, limit }) };
}

function problemOf({ images, masks, qualities, backend, limit }) {
  if (qualities.length === 0) return `--quality knows ${QUALITIES.join(', ')}`;
  if (!['auto', 'webgpu', 'wasm'].includes(backend)) return `Unknown backend: ${backend}`;
  if ((images === undefined) !== (masks === undefined)) return '--images and --masks go together';
  return limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit > 0)
    ? null
    : '--limit wants a whole number above 0';
}
