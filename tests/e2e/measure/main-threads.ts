/**
 * How long the main threads of all pages (web page, card, popup, the engine's document) were kept busy by one task, from
 * Chromium's own trace. CPU time, not wall time: on a machine that is busy with something else, every task takes long.
 */
import type { Browser, CDPSession } from '@playwright/test';

export interface Task {
  readonly ms: number;
  /** What posted it, in Chromium's source. */
  readonly from: string;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, µs. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly src_file?: string; readonly src_func?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';
const PAGE = 'CrRendererMain';

/** Tasks on the main threads of pages while `act` lasts, the longest first. */
export async function tasksDuring(browser: Browser, act: () => Promise<void>): Promise<Task[]> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories: ['toplevel', '__metadata'] },
  });
  await act();
  const events = await endTracing(session);
  await session.detach();
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const pages = new Set(events.filter(({ ph, args }) => ph === 'M' && args.name === PAGE).map(thread));
  return events
    .filter((event) => event.name === TASK && pages.has(thread(event)))
    .map(({ tdur = 0, args }) => ({ ms: tdur / 1000, from: `${args.src_file} ${args.src_func}` }))
    .sort((a, b) => b.ms - a.ms);
}

async function endTracing(session: CDPSession): Promise<TraceEvent[]> {
  const complete = new Promise<string>((resolve) => {
    session.on('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? ''));
  });
  await session.send('Tracing.end');
  const handle = await complete;
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await session.send('IO.read', { handle });
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    if (eof) break;
  }
  await session.send('IO.close', { handle });
  return JSON.parse(Buffer.concat(parts).toString()).traceEvents;
}
