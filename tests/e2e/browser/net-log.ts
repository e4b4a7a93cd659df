/**
 * Chromium's own record of what it asked the network, from any context: pages, service workers, offscreen documents,
 * their workers, and the browser itself. Written out when the browser ends.
 */
import { readFileSync } from 'node:fs';

export interface NetRequest {
  readonly url: string;
  readonly method: string;
  /** Origin of who asked; "not an origin" where the browser itself did. */
  readonly initiator: string;
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Partial<NetRequest> }[];
}

export function netLogFlags(file: string): readonly string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=IncludeSensitive'];
}

/** What left for the network; extension files and data: addresses did not. */
export function readNetLog(file: string): readonly NetRequest[] {
  const { constants, events }: NetLog = JSON.parse(readFileSync(file, 'utf8'));
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events.flatMap(({ type, params }) => {
    const { url = '', method = '', initiator = '' } = type === start ? (params ?? {}) : {};
    return /^(https?|wss?|ftp):/.test(url) ? [{ url, method, initiator }] : [];
  });
}
