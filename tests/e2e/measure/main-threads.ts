/**
 * How long the main threads of pages were kept busy by one task, from Chromium's own trace. CPU time, not wall time: on a
 * machine that is busy with something else, every task takes long. All pages of an extension share one thread: card,
 * popup and the engine's document. The browser's own pages (its address bar is one) are none of our business.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface Task {
  readonly ms: number;
  /** What posted it, in Chromium's source. */
  readonly from: string;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, µs. */
  readonly tdur?: number;
  readonly args: { readonly src_file?: string; readonly src_func?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';
/** Each page says this once, so that its thread is known. */
const HERE = 'matte-e2e-here';

/** Tasks on the main threads of these pages while `act` lasts, the longest first. */
export async function tasksDuring(browser: Browser, pages: Page[], act: () => Promise<void>): Promise<Task[]> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  for (const page of pages) await page.evaluate((name) => void performance.mark(name), HERE);
  await act();
  const events = await endTracing(session);
  await session.detach();
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const ours = new Set(events.filter(({ name }) => name === HERE).map(thread));
  return events
    .filter((event) => event.name === TASK && ours.has(thread(event)))
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
