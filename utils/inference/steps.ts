/** Which rungs of a ladder are left, and what became of the others: its memory within one life. */
import { matteError } from '../errors';
import type { Backend, RungNote } from '../jobs/rungs';
import type { Candidate } from './backend';
import type { RungFault } from './rung-fault';
import type { FailureReason } from './rung-memory';

/** A rung that failed, or lost its device, while it is not yet clear whether the rung or the picture was at fault. */
export interface Fallen {
  readonly rung: Backend;
  readonly reason: RungFault['reason'];
  readonly detail: string;
}

export interface Lessons {
  readonly plan: readonly Candidate[];
  /** What an engine before this one tried for the same picture. */
  readonly fallen?: readonly Fallen[];
  /** A lower rung did what this one could not: the fault was the rung's. */
  failed(rung: Backend, reason: FailureReason, detail: string): void;
  /** The rung has finished a picture. */
  works(rung: Backend): void;
}

export function createSteps({ plan, fallen = [], failed, works }: Lessons) {
  const left = plan.filter(({ refusal }) => !refusal).map(({ rung }) => rung);
  const notes = new Map(plan.flatMap(({ rung, refusal }) => (refusal ? [[rung, refusal] as const] : [])));
  const faults = new Map<Backend, Fallen>();
  let loss: Fallen | null = null;
  for (const before of fallen) leave(before);

  function leave(fault: Fallen): void {
    const { rung, reason, detail } = fault;
    if (reason === 'device-lost' && !loss) {
      loss = fault;
      return;
    }
    const at = left.indexOf(rung);
    if (at < 0) return;
    left.splice(at, 1);
    faults.set(rung, fault);
    notes.set(rung, { rung, verdict: 'failed-now', detail: `${reason}, ${detail}` });
  }

  return {
    /** Once, until a picture is done, a rung may lose its device, and stays. */
    leave,

    /** In such an order that another engine that leaves them comes to the same. */
    fallen: (): Fallen[] => [...(loss ? [loss] : []), ...faults.values()],

    /** @throws MatteError backend-unavailable, inference-failed */
    current(): Backend {
      const [rung] = left;
      if (rung) return rung;
      const narrowed = [...notes.values()].some(({ verdict }) => verdict === 'not-asked');
      const neverRan = [...faults.values()].every(({ reason }) => reason === 'start');
      const trail = [...notes.values()].map((note) => `${note.rung} ${note.verdict} (${note.detail ?? ''})`).join(', ');
      throw matteError(narrowed && neverRan ? 'backend-unavailable' : 'inference-failed', `no rung left: ${trail}`);
    },

    /** What failed above was the rung's own fault: only now, that a lower one could do it, this is known. */
    worked(rung: Backend): RungNote[] {
      for (const { rung: above, reason, detail } of faults.values()) {
        if (reason !== 'memory') failed(above, reason, detail);
      }
      faults.clear();
      works(rung);
      const rebuilt = loss?.rung === rung && { detail: 'rebuilt after its device was lost' };
      loss = null;
      const used = { rung, verdict: 'used', ...rebuilt } as const;
      const depth = plan.findIndex((step) => step.rung === rung);
      return [...plan.slice(0, depth).flatMap((step) => notes.get(step.rung) ?? []), used];
    },
  };
}
