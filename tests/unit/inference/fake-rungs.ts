/** Rungs that can do nothing but say which they are, fail on demand, and write down what happens to them. */
import type { Candidate } from '@/utils/inference/backend';
import type { Live } from '@/utils/inference/foothold';
import { type Attempt, createLadder, type LadderDeps } from '@/utils/inference/ladder';
import { lossSignal, onRung } from '@/utils/inference/rung-fault';
import { type Backend, RUNGS } from '@/utils/jobs/rungs';

export interface FakeSession extends Live {
  readonly rung: Backend;
  /** The network runs. */
  run(): Promise<string>;
  /** The GPU's device is lost. */
  lose(reason?: string): void;
}

export interface FakeWish {
  /** What a rung throws when it starts for the nth time (from 1), if anything. */
  readonly starts?: (rung: Backend, time: number) => unknown;
  /** What a rung throws when it runs for the nth time, if anything; a promise it waits for instead. */
  readonly runs?: (rung: Backend, time: number, session: FakeSession) => unknown;
  readonly plan?: readonly Candidate[];
  readonly fallen?: LadderDeps<FakeSession>['fallen'];
}

export const tryAll = (rungs: readonly Backend[] = RUNGS): Candidate[] =>
  rungs.map((rung) => ({ rung, refusal: null }));

/** A ladder on fake rungs; `log` is what was started and released, `lessons` what was learnt for the next time. */
export function fakeLadder({ starts = () => null, runs = () => null, plan = tryAll(), fallen = [] }: FakeWish = {}) {
  const log: string[] = [];
  const lessons: string[] = [];
  const sessions: FakeSession[] = [];
  const count = new Map<string, number>();
  const times = (what: string) => {
    count.set(what, (count.get(what) ?? 0) + 1);
    return count.get(what) ?? 0;
  };

  async function create(rung: Backend): Promise<FakeSession> {
    log.push(`start ${rung}`);
    const error = starts(rung, times(`start ${rung}`));
    if (error) throw error;
    let lose: (reason: string) => void = () => {};
    const lost = new Promise<string>((resolve) => {
      lose = resolve;
    });
    const loss = lossSignal(lost);
    const work = async () => {
      const error = runs(rung, times(`run ${rung}`), session);
      if (error instanceof Promise) await error;
      else if (error) throw error;
      return `cut on ${rung}`;
    };
    const session: FakeSession = {
      rung,
      lost,
      lose: (reason = 'the driver was updated') => lose(reason),
      run: () => onRung(rung, 'run', loss, work()),
      release: async () => void log.push(`release ${rung}`),
    };
    sessions.push(session);
    return session;
  }

  const ladder = createLadder<FakeSession>({
    plan,
    fallen,
    create,
    failed: (rung, reason, detail) => lessons.push(`${rung} failed: ${reason}, ${detail}`),
    works: (rung) => lessons.push(`${rung} works`),
  });
  return { ...ladder, log, lessons, sessions };
}

/** A picture that every rung can do. */
export const cut = async (session: Promise<FakeSession>): Promise<Attempt<string>> => {
  return { ok: true, result: await (await session).run() };
};

/** A picture of which only one rung makes sense. */
export const onlyOn = (good: Backend) => async (session: Promise<FakeSession>) => {
  const { rung } = await session;
  return rung === good ? cut(session) : ({ ok: false } as const);
};
