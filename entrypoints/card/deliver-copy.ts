/**
 * The one automatic copy of a finished job: claim it (so that nobody else copies too), write, report, and give the
 * page its focus back whatever happened. No React here; what it does to the world is passed in.
 */
import type { CopyResult } from '@/utils/browser/clipboard';

/** `ready`: the cutout is there and waits for somebody to press Copy. */
export type CopyPhase = 'copying' | 'copied' | 'ready' | 'blocked';

export interface DeliverDeps {
  readonly claim: () => Promise<{ readonly granted: boolean }>;
  readonly copy: (png: Blob) => Promise<CopyResult>;
  readonly report: (copied: boolean) => Promise<void>;
  readonly returnFocus: () => Promise<void>;
}

/** A report can be lost with a service worker that is just being stopped; the next one reaches a new worker. */
const REPORT_TRIES = 3;

export async function deliverCopy(png: Blob, deps: DeliverDeps): Promise<CopyPhase> {
  if (!(await isGranted(deps))) return 'ready';
  let result: CopyResult = { copied: false, reason: 'not-focused' };
  try {
    result = await deps.copy(png);
  } finally {
    const { copied } = result;
    await Promise.allSettled([deps.returnFocus(), reportCopy(() => deps.report(copied))]);
  }
  return phaseOf(result);
}

/** Tells the background, a few times if need be; a copy that cannot be reported is still a copy. */
export async function reportCopy(report: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < REPORT_TRIES; tries++) {
    const reached = await report().then(
      () => true,
      () => false,
    );
    if (reached) return;
  }
}

export function phaseOf(result: CopyResult): CopyPhase {
  if (result.copied) return 'copied';
  return result.reason === 'blocked' ? 'blocked' : 'ready';
}

/** A claim that gets no answer may have been granted or not; it runs out by itself, so it counts as refused. */
function isGranted({ claim }: DeliverDeps): Promise<boolean> {
  return claim().then(
    ({ granted }) => granted,
    () => false,
  );
}
