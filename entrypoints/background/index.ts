import { defineBackground } from 'wxt/utils/define-background';
import { createSessionKeys } from '@/utils/browser/session-keys';
import { MatteDb } from '@/utils/db';
import { KEY_CODEC } from '@/utils/vault/bytes';
import { setUpContextMenu } from './context-menu';
import { createDelivery } from './delivery';
import { setUpLifecycle } from './lifecycle';
import { setUpMessages } from './messages';
import { createNotes } from './notes';
import { createPageJobs } from './page-jobs';
import { setUpPurge } from './purge';
import { setUpQueue } from './queue';
import { setUpShortcuts } from './shortcuts';
import { setUpTidy } from './tidy';
import { setUpVault } from './vault';

// Everything below registers its listeners synchronously: a woken service worker gets its event only if it does.
export default defineBackground(() => {
  const deps = { db: new MatteDb(), keys: createSessionKeys(KEY_CODEC), now: Date.now };
  const delivery = createDelivery(deps);
  const notes = createNotes();
  const jobs = createPageJobs(deps, delivery, notes);
  setUpContextMenu(deps.db, jobs);
  setUpMessages(deps, delivery, notes);
  setUpLifecycle(deps, delivery);
  setUpVault(deps);
  setUpPurge(deps);
  setUpQueue(deps);
  setUpTidy(deps, delivery);
  setUpShortcuts(deps.db, jobs);
});
