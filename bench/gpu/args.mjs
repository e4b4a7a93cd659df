/** The command line of `npm run bench:gpu` and of the packed folder. No imports but Node's: it is packed as it is. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run bench:gpu [-- --pack DIR] [--sizes 640,768,896,1024] [--runs 20] [--allow-software] [--json FILE]

IS-Net's f16 and f32 graphs on this machine's GPU, without a browser: Node, Dawn and ONNX Runtime Web.
  --pack            write a folder that does this on a Linux x64 machine with nothing installed: sh DIR/run.sh
  --sizes           sides of the square inputs, multiples of 32
  --runs            how many runs the median is taken of
  --allow-software  take a software adapter too (to test this script, at --sizes 64)
  --json            write the figures to FILE as well`;

const OPTIONS = {
  pack: { type: 'string' },
  sizes: { type: 'string', default: '640,768,896,1024' },
  runs: { type: 'string', default: '20' },
  'allow-software': { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** @returns {{problem: string | null, pack?: string, sizes: number[], runs: number, software: boolean, json?: string}} */
export function readGpuArgs(args) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: false });
    const sizes = values.sizes.split(',').map(Number);
    const runs = Number(values.runs);
    const wish = { ...values, sizes, runs, software: values['allow-software'] };
    return { ...wish, problem: problemOf(wish) };
  } catch (error) {
    return { problem: error.message.split('. ')[0] };
  }
}

function problemOf({ sizes, runs }) {
  if (!sizes.every((side) => Number.isInteger(side) && side > 0 && side % 32 === 0))
    return '--sizes wants multiples of 32';
  return Number.isInteger(runs) && runs > 0 ? null : '--runs wants a whole number above 0';
}
