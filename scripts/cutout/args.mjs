import { parseArgs } from 'node:util';

// Written out, because the Node that reads this may not read utils/*.ts yet; a test compares them.
const QUALITIES = ['fast', 'balanced', 'best'];
const USUAL = ['auto', 'webgpu', 'wasm'];
const FORCED = ['only:webgpu-fp16', 'only:webgpu-fp32', 'only:wasm-threads', 'only:wasm'];

export const USAGE = `Usage: npm run -s cutout -- [--matte] [--quality fast|balanced|best] [--backend auto|webgpu|wasm] [--out DIR] FILE…

Cuts the subject out of each FILE and writes DIR/NAME-cutout.png, at the photo's own size.
  --matte      write the mask instead: DIR/NAME-matte.png, 8-bit grey
  --quality    how much time the edges may cost (default: balanced)
  --backend    what runs the model (default: auto); to find faults, one way and no other:
               ${FORCED.join(', ')}
  --out        where to write (default: out)
Prints one JSON line per file; the exit code is 1 when any file failed.`;

const OPTIONS = {
  matte: { type: 'boolean', default: false },
  quality: { type: 'string', default: 'balanced' },
  backend: { type: 'string', default: 'auto' },
  out: { type: 'string', default: 'out' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** Reads the command line; `problem` says what is wrong with it. */
export function readArgs(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    return { ...values, files: positionals, problem: problemOf(values, positionals) };
  } catch (error) {
    return { problem: error.message.split('. ')[0] };
  }
}

function problemOf({ quality, backend, help, out }, files) {
  if (help) return null;
  if (!QUALITIES.includes(quality)) return `Unknown quality: ${quality}`;
  if (![...USUAL, ...FORCED].includes(backend)) return `Unknown backend: ${backend}`;
  if (out === '') return '--out needs a folder';
  return files.length === 0 ? 'Name at least one picture.' : null;
}
