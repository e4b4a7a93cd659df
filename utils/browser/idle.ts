/** When nobody touches the computer. It needs the `idle` permission, which has no warning at installation. */
import { browser } from 'wxt/browser';

/** For the whole extension, until the browser restarts: whoever starts says it again. */
export function watchIdle(minutes: number): void {
  browser.idle.setDetectionInterval(minutes * 60);
}

/** `listener` runs when that time is over, and at once when the screen is locked. */
export function onIdle(listener: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') listener();
  });
}
