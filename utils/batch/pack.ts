/** The finished batch as the files of a ZIP, one after another; what is missing is said in its notes. */
import type { Picture } from '../history/read-picture';
import type { Job } from '../jobs/job';
import type { ZipFile } from '../zip/write-zip';

export interface PackDeps {
  /** Of a cutout. */
  readonly read: (jobId: string) => Promise<Picture>;
  /** What the job's row no longer says. */
  readonly nameOf: (job: Job) => Promise<string>;
  /** With the preset. @throws MatteError */
  readonly finish: (cutout: Blob) => Promise<Blob>;
  /** `boat` and what the file is → its name with ending. */
  readonly fileName: (name: string, type: string) => string;
  /** Before each. */
  readonly tell: (done: number, leftOut: number) => void;
  /** A line of the notes; why nothing could be made of a cutout that was there is `unmade`. */
  readonly lineOf: (name: string, why: LeftOut) => string;
  /** All of the notes. */
  readonly notesOf: (lines: readonly string[]) => string;
  /** Epoch ms. */
  readonly now: () => number;
}

export type LeftOut =
  | { readonly kind: 'failed'; readonly job: Job }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unread'; readonly state: Exclude<Picture['state'], 'open'> }
  | { readonly kind: 'unmade'; readonly thrown: unknown };

/** Holds one picture at a time. */
export async function* packBatch(jobs: readonly Job[], deps: PackDeps): AsyncGenerator<ZipFile> {
  const lines: string[] = [];
  for (const [done, job] of jobs.entries()) {
    deps.tell(done, lines.length);
    const name = await deps.nameOf(job);
    const made = await makeOne(job, deps);
    if (made instanceof Blob) {
      yield { name: deps.fileName(name, made.type), blob: made, at: job.endedAt ?? deps.now() };
    } else lines.push(deps.lineOf(name, made));
  }
  deps.tell(jobs.length, lines.length);
  if (lines.length > 0) yield { name: 'notes.txt', blob: new Blob([deps.notesOf(lines)]), at: deps.now() };
}

async function makeOne(job: Job, { read, finish }: PackDeps): Promise<Blob | LeftOut> {
  if (job.status === 'failed') return { kind: 'failed', job };
  if (job.status === 'cancelled') return { kind: 'cancelled' };
  if (job.status !== 'done') return { kind: 'open' };
  const picture = await read(job.id);
  if (picture.state !== 'open') return { kind: 'unread', state: picture.state };
  try {
    return await finish(picture.blob);
  } catch (thrown) {
    return { kind: 'unmade', thrown };
  }
}
