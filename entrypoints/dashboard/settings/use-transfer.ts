/**
 * All settings at once: from a file, back to the defaults, and back to what was before either. Whatever would delete
 * cutouts is asked first, as it is when somebody chooses it by hand.
 */
import { useState } from 'react';
import { watchIdle } from '@/utils/browser/idle';
import type { MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { applyRetention, countLost } from '@/utils/history/apply-retention';
import { storageFault } from '@/utils/history/make-room';
import type { Settings } from '@/utils/settings/settings';
import {
  asOnFirstDay,
  changesOf,
  MAX_SETTINGS_FILE,
  readSettingsFile,
  type SettingChange,
  type SettingsRefusal,
  withFile,
} from '@/utils/settings/settings-file';
import { readSettings, saveAllSettings } from '@/utils/settings/settings-store';

export type Way = 'file' | 'reset' | 'undo';

export interface Proposal {
  readonly way: Way;
  readonly before: Settings;
  readonly after: Settings;
  /** Entries of the file that were not taken. */
  readonly leftOut: number;
  /** Cutouts that it would delete. */
  readonly lost: number;
}

export type Outcome =
  | { readonly kind: 'refused'; readonly reason: SettingsRefusal }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'kept' }
  | { readonly kind: 'done'; readonly done: Proposal; readonly changes: readonly SettingChange[] };

export function useTransfer(db: MatteDb) {
  const [asked, setAsked] = useState<Proposal | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const attempt = (act: () => Promise<void>) => {
    setOutcome(null);
    act().catch(async (error) => setOutcome({ kind: 'failed', code: codeOf(await storageFault(error)) }));
  };
  const take = async (proposal: Proposal) => {
    setAsked(null);
    await putInForce(db, proposal);
    setOutcome({ kind: 'done', done: proposal, changes: changesOf(proposal.before, proposal.after) });
  };
  const propose = async (way: Way, wish: (before: Settings) => Settings, leftOut = 0) => {
    const before = await readSettings(db);
    const after = wish(before);
    const { keepResults, keepBytes } = after;
    const lost = await countLost(db, { keepResults, keepBytes }, Date.now());
    const proposal = { way, before, after, leftOut, lost };
    if (lost > 0 || way === 'reset') setAsked(proposal);
    else await take(proposal);
  };
  const readFile = async (file: File) => {
    const read = file.size > MAX_SETTINGS_FILE ? TOO_LARGE : readSettingsFile(await file.text());
    if (read.ok) await propose('file', (before) => withFile(before, read.settings), read.leftOut);
    else setOutcome({ kind: 'refused', reason: read.reason });
  };
  return {
    asked,
    outcome,
    agree: () => asked && attempt(() => take(asked)),
    refuse: () => {
      setAsked(null);
      setOutcome({ kind: 'kept' });
    },
    load: (file: File) => attempt(() => readFile(file)),
    reset: () => attempt(() => propose('reset', asOnFirstDay)),
    undo: (done: Proposal) => attempt(() => propose('undo', () => done.before)),
  };
}

const TOO_LARGE = { ok: false, reason: 'too-large' } as const;

async function putInForce(db: MatteDb, { after }: Proposal): Promise<void> {
  await saveAllSettings(db, after);
  await applyRetention(db, Date.now());
  watchIdle(after.lockAfter);
}
