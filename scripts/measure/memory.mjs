/** Memory of a browser with all its processes, from /proc (Linux). Shared pages are counted once: PSS, not RSS. */
import { readdirSync, readFileSync } from 'node:fs';

const MIB = 1024;

/** MiB held by all processes that this one has started; null where there is no /proc. */
export function childrenMiB() {
  const kib = descendants(process.pid).map((each) => field(`/proc/${each}/smaps_rollup`, /^Pss:\s+(\d+)/m));
  return kib.length === 0 ? null : Math.round(kib.reduce((sum, value) => sum + value, 0) / MIB);
}

/** MiB of the largest renderer (pages, their workers, the offscreen document) and of the browser's own process. */
export function processesMiB() {
  const sizes = { rendererMiB: 0, browserMiB: 0, allMiB: 0 };
  for (const pid of descendants(process.pid)) {
    const mib = Math.round(field(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m) / MIB);
    const command = commandOf(pid);
    sizes.allMiB += mib;
    if (command.includes('--type=renderer')) sizes.rendererMiB = Math.max(sizes.rendererMiB, mib);
    else if (!command.includes('--type=')) sizes.browserMiB = Math.max(sizes.browserMiB, mib);
  }
  return sizes;
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '--type=gone';
  }
}

/** Samples until `stop` is called, which gives the largest value seen. */
export function watchPeak(everyMs = 250) {
  let peak = childrenMiB() ?? 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, childrenMiB() ?? 0);
  }, everyMs);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function descendants(root) {
  const parents = pids().map((pid) => [pid, field(`/proc/${pid}/status`, /^PPid:\s+(\d+)/m)]);
  const found = new Set([root]);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  found.delete(root);
  return [...found];
}

function pids() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Processes come and go while we look: what is gone holds nothing. */
function field(path, pattern) {
  try {
    return Number(pattern.exec(readFileSync(path, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
