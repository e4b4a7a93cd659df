/**
 * The longest task of a page's main thread, from the browser's own Long Tasks API. It reports tasks over 50 ms only, so a
 * page without any has 0. Both functions run inside the page.
 */

/** Starts watching; call it as early as possible. Tasks from `since` on (ms of the page's clock) count, earlier ones too. */
export function watchTasks(since = 0) {
  const watch = { longest: 0 };
  const note = (entries) => {
    for (const { startTime, duration } of entries) {
      if (startTime >= since) watch.longest = Math.max(watch.longest, duration);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  watch.read = () => {
    note(observer.takeRecords());
    return watch.longest;
  };
  globalThis.benchTasks = watch;
}

/** Milliseconds. A task is reported after its end, so one turn is waited for. */
export async function readLongestTask() {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return globalThis.benchTasks?.read() ?? 0;
}
