import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s cutout -- [--matte] [--backend auto|webgpu|wasm] [--out DIR] FILE…

Cuts the subject out of each FILE and writes DIR/NAME-cutout.png, at the photo's own size.
  --matte      write the mask instead: DIR/NAME-matte.png, 8-bit grey
  --backend    what runs the model (default: auto)
  --out        where to write (default: out)
Prints one JSON line per file; the exit code is 1 when any file failed.`;

const OPTIONS = {
  matte: { type: 'boolean', default: false },
  backend: { type: 'string', default: 'auto' },
  out: { type: 'string', default: 'out' },
  help: { type: 'boolean', short: 'h', default: false },
};
const BACKENDS = ['auto', 'webgpu', 'wasm'];

/** Reads the command line; `problem` says what is wrong with it. */
export function readArgs(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    return { ...values, files: positionals, problem: problemOf(values, positionals) };
  } catch (error) {
    return { problem: error.message.split('. ')[0] };
  }
}

function problemOf({ backend, help, out }, files) {
  if (help) return null;
  if (!BACKENDS.includes(backend)) return `Unknown backend: ${backend}`;
  if (out === '') return '--out needs a folder';
  return files.length === 0 ? 'Name at least one picture.' : null;
}
