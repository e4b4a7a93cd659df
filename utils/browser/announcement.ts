/** The notification for a result that nobody collected, and the popup that copies it. */
import { browser } from 'wxt/browser';
import { say } from '../i18n/say';
import { sentenceOf } from '../i18n/sentence-of';
import type { Job } from '../jobs/job';

const POPUP = '/popup.html';

export const announcement = {
  /** The notification's id is the job's, so that a click on it says which. A language must have been chosen before. */
  async show(job: Job): Promise<void> {
    const done = job.status === 'done';
    const isPreview = job.outcome?.reducedFrom !== undefined;
    const said = isPreview ? (job.outcome?.reducedBy ?? 'no-credit') : job.error;
    await browser.notifications.create(job.id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: done ? readyWords(isPreview) : say('background.failed'),
      message: said ? sentenceOf(said) : job.name,
      ...(done ? { buttons: [{ title: say('background.copy') }] } : {}),
    });
  },

  /** Opens the popup, which has the focus that the clipboard wants, on one job. */
  async openPopupToCopy(jobId: string): Promise<void> {
    try {
      await openPopup(`#copy=${jobId}`);
    } finally {
      await browser.notifications.clear(jobId);
    }
  },
};

/** The popup on a part of it; the next click on the toolbar opens it as ever. */
export async function openPopup(hash: string): Promise<void> {
  await browser.action.setPopup({ popup: `${browser.runtime.getURL(POPUP)}${hash}` });
  try {
    await focusSomeWindow();
    await browser.action.openPopup();
  } finally {
    await browser.action.setPopup({ popup: browser.runtime.getURL(POPUP) });
  }
}

function readyWords(isPreview: boolean): string {
  return isPreview ? say('background.previewReady') : say('background.cutoutReady');
}

/** openPopup needs an active browser window; a click on a notification does not bring one. */
async function focusSomeWindow(): Promise<void> {
  const { id } = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
  if (id !== undefined) await browser.windows.update(id, { focused: true });
}
