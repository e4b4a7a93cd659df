import { QUALITIES, readOptions, readQualities } from '../args.mjs';

export const USAGE = `Usage: npm run bench [-- --quick] [--quality fast,balanced,best] [--json [FILE]]

Matte against @imgly/background-removal 1.7.0 in the same Chromium, in turns: time, longest main-thread task, memory.
  --quick      a 2 MP photo on WASM, Balanced only (about 3 minutes)
  --quality    which of ours (default: all)
  --json       one JSON object, to FILE or to stdout`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  quality: { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** @returns {{problem: string | null, quick: boolean, qualities: string[], json?: string, help: boolean}} */
export function readSpeedArgs(args) {
  const wish = readOptions(args, OPTIONS);
  if (wish.problem) return wish;
  // The most important first, should time run out.
  const usual = wish.quick ? ['balanced'] : ['balanced', ...QUALITIES.filter((each) => each !== 'balanced')];
  const qualities = wish.quality === undefined ? usual : readQualities(wish.quality);
  const problem = qualities ? null : `--quality knows ${QUALITIES.join(', ')}`;
  return { ...wish, qualities: qualities ?? [], problem };
}
