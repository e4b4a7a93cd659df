/** What DevTools can do to the extension and a user cannot: take its network away, and see the engine's page. */
import type { Browser } from '@playwright/test';

/** Playwright knows no offscreen documents, so its target is spoken to through the browser's. */
export async function attachToOffscreen(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.endsWith('/offscreen.html'));
  if (!target) throw new Error('there is no offscreen document');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  let lastId = 0;
  const send = (method: string, params: object = {}): Promise<unknown> => {
    const id = ++lastId;
    const answer = new Promise<unknown>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply: { id?: number; result?: unknown } = JSON.parse(message);
        if (reply.id === id) resolve(reply.result);
      });
    });
    return session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
      .then(() => answer);
  };
  return { send, detach: () => session.detach() };
}

/** @returns what brings the connection back. The engine's page must be there already. */
export async function goOffline(browser: Browser): Promise<() => Promise<void>> {
  const offscreen = await attachToOffscreen(browser);
  await offscreen.send('Network.enable');
  const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await offscreen.send('Network.emulateNetworkConditions', { offline: true, ...conditions });
  return async () => {
    await offscreen.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
    await offscreen.detach();
  };
}
