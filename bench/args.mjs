/** What the command lines of the benchmarks have in common. */
import { parseArgs } from 'node:util';

export const QUALITIES = ['fast', 'balanced', 'best'];
/** Against which of the peer's models each of our qualities is measured: its default, or its fastest. */
export const PEER_MODEL = { fast: 'isnet_quint8', balanced: 'isnet_fp16', best: 'isnet_fp16' };

/** Reads options; `--json` alone means stdout (`-`). Gives `{problem}` for what cannot be read. */
export function readOptions(args, options) {
  try {
    const { values } = parseArgs({ args: args.flatMap(withFile), options, allowPositionals: false });
    return { ...values, problem: null };
  } catch (error) {
    return { problem: error.message.split('. ')[0] };
  }
}

function withFile(arg, index, all) {
  const next = all[index + 1];
  const isAlone = arg === '--json' && (next === undefined || next.startsWith('--'));
  return isAlone ? ['--json=-'] : [arg];
}

/** `fast,best` as a list; null when something in it is no quality. */
export function readQualities(text) {
  const list = text.split(',').map((each) => each.trim());
  return list.every((each) => QUALITIES.includes(each)) ? list : null;
}
