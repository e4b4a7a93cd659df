/** What every setting of the page needs: the values, how to change one, and which of them are looked for. */
import { createContext, useContext } from 'react';
import type { MatteDb } from '@/utils/db';
import type { ErrorCode } from '@/utils/errors';
import type { Settings } from '@/utils/settings/settings';
import type { SettingId } from './setting-list';

/** What became of the change that was made last. */
export interface Saved {
  readonly id: SettingId;
  readonly problem: ErrorCode | null;
}

export interface Desk {
  readonly db: MatteDb;
  readonly settings: Settings;
  readonly set: <Key extends keyof Settings & SettingId>(key: Key, value: Settings[Key]) => Promise<void>;
  /** Stores something in its own way, and says what became of it. */
  readonly attempt: (id: SettingId, act: () => Promise<void>) => void;
  /** For what is stored in its own way. */
  readonly tell: (saved: Saved) => void;
  readonly saved: Saved | null;
  readonly found: ReadonlySet<SettingId>;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside of the page of settings */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this setting');
  return desk;
}
