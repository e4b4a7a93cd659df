/**
 * What a user can hand on when something is slow or wrong: versions, settings, and the last picture in numbers. No address,
 * no file name, nothing of a picture's content. Pure, so that a test can prove it.
 */
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
}

export function diagnosticsText({ version, browser, settings, last, failed }: Facts): string {
  const lines = [
    `Matte ${version}`,
    `Browser: ${browser}`,
    `Settings: ${settings.quality}, ${settings.backend}`,
    ...(last ? lastPicture(last) : ['No picture yet']),
    ...failed.map(({ rung, reason, detail }) => `Left out: ${rung}, ${reason}${inBrackets(detail)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function lastPicture({ quality, backendChoice, attempts, outcome }: Job): string[] {
  if (!outcome) return [];
  const { width, height, backend, stages, ms, why = [] } = outcome;
  return [
    `Last picture: ${width} × ${height}, ${Math.round(ms)} ms on ${backend}`,
    `Asked for: ${quality}, ${backendChoice}; ${attempts === 1 ? 'first attempt' : `attempt ${attempts}`}`,
    ...Object.entries(stages).map(([stage, time]) => `  ${stage} ${Math.round(time)} ms`),
    ...why.map(rungLine),
  ];
}

function rungLine({ rung, verdict, detail = '' }: RungNote): string {
  return `  ${rung}: ${verdict}${inBrackets(detail)}`;
}

/** What a driver or a browser said may name an address; it is cut out. */
function inBrackets(detail: string): string {
  const clean = detail.replace(/\b[a-z][a-z0-9+.-]*:\S*/gi, '…').trim();
  return clean ? ` (${clean})` : '';
}
