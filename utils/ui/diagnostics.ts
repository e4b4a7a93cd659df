/**
 * What a user can hand on when something is slow or wrong: versions, settings, the last picture in numbers, and what went
 * wrong lately. No address, no file name, nothing of a picture's content. Pure, so that a test can prove it.
 */
import { redact, type StoredDiagnosis } from '../diagnostics/diagnostics';
import type { EngineWish, Job } from '../jobs/job';
import type { RungNote } from '../jobs/rungs';

export interface Facts {
  readonly version: string;
  /** The browser's user agent. */
  readonly browser: string;
  readonly settings: EngineWish;
  /** The cutout that was finished last. */
  readonly last: Job | null;
  /** Rungs that failed and are left out for now. */
  readonly failed: readonly { readonly rung: string; readonly reason: string; readonly detail: string }[];
  /** Newest first. */
  readonly log: readonly Pick<StoredDiagnosis, 'at' | 'code' | 'detail'>[];
}

export function diagnosticsText({ version, browser, settings, last, failed, log }: Facts): string {
  const inBrackets = bracketsWithout(last ? [last.name] : []);
  const lines = [
    `Matte ${version}`,
    `Browser: ${browser}`,
    `Settings: ${settings.quality}, ${settings.backend}`,
    ...(last ? lastPicture(last, inBrackets) : ['No picture yet']),
    ...failed.map(({ rung, reason, detail }) => `Left out: ${rung}, ${reason}${inBrackets(detail)}`),
    ...log.map(({ at, code, detail }) => `${minuteOf(at)} ${code}${inBrackets(detail)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function lastPicture({ quality, backendChoice, attempts, outcome }: Job, inBrackets: Brackets): string[] {
  if (!outcome) return [];
  const { width, height, backend, stages, ms, why = [] } = outcome;
  return [
    `Last picture: ${width} × ${height}, ${Math.round(ms)} ms on ${backend}`,
    `Asked for: ${quality}, ${backendChoice}; ${attempts === 1 ? 'first attempt' : `attempt ${attempts}`}`,
    ...Object.entries(stages).map(([stage, time]) => `  ${stage} ${Math.round(time)} ms`),
    ...why.map(({ rung, verdict, detail = '' }: RungNote) => `  ${rung}: ${verdict}${inBrackets(detail)}`),
  ];
}

/** `2026-11-22 09:05 UTC` */
function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

type Brackets = (detail: string) => string;

/** What a driver or a browser said may name an address, or the picture; it is cut out. */
function bracketsWithout(names: readonly string[]): Brackets {
  return (detail) => {
    const clean = redact(detail, names);
    return clean ? ` (${clean})` : '';
  };
}
