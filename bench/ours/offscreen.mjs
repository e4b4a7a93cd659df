/** Runs functions inside Matte's offscreen document. Playwright does not know such pages, so the protocol is spoken. */
const CALL_LIMIT_MS = 10_000;

/**
 * Calls `onDocument` with an `evaluate` for each offscreen document, now and later.
 * @param {import('@playwright/test').Browser} browser
 */
export async function watchOffscreen(browser, onDocument) {
  const session = await browser.newBrowserCDPSession();
  const seen = new Set();
  const look = ({ targetInfo: { url, targetId } }) => {
    if (!url.endsWith('/offscreen.html') || seen.has(targetId)) return;
    seen.add(targetId);
    void attach(session, targetId).then(onDocument, () => {});
  };
  session.on('Target.targetCreated', look);
  // A target is created before it has its address.
  session.on('Target.targetInfoChanged', look);
  await session.send('Target.setDiscoverTargets', { discover: true });
}

/** @returns {Promise<(pageFunction: Function) => Promise<unknown>>} null from a document that is gone */
async function attach(session, targetId) {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message);
    waiting.get(id)?.(result?.result?.value ?? null);
    waiting.delete(id);
  });
  let lastId = 0;
  return (pageFunction) => {
    const id = ++lastId;
    const params = { expression: `(${pageFunction})()`, awaitPromise: true, returnByValue: true };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      setTimeout(resolve, CALL_LIMIT_MS, null).unref();
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => resolve(null));
    });
  };
}
