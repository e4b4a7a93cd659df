/** One setting: what it is called, what it means, its control, and what became of the last change. Hidden unless found. */
import { CheckIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Notice } from '@/utils/ui/Notice';
import { useDesk } from './desk';
import { describe, type SettingId } from './setting-list';

export interface SettingProps {
  readonly id: SettingId;
  readonly children: ReactNode;
}

export function Setting({ id, children }: SettingProps) {
  const { found, saved } = useDesk();
  if (!found.has(id)) return null;
  const { name, meaning } = describe(id);
  const own = saved?.id === id ? saved : null;
  return (
    <div className="setting" data-setting={id}>
      <div className="setting-words">
        <h4 id={nameId(id)}>
          {name}
          {own?.problem === null && (
            <span className="saved" aria-hidden="true">
              <CheckIcon />
              {say('settings.saved')}
            </span>
          )}
        </h4>
        <p className="soft" id={meaningId(id)}>
          {meaning}
        </p>
      </div>
      <div className="setting-control">{children}</div>
      {own?.problem && <Notice sentence={sentenceOf(own.problem)} />}
    </div>
  );
}

/** For a control that is one field. */
export function namedBy(id: SettingId) {
  return { 'aria-labelledby': nameId(id), 'aria-describedby': meaningId(id) };
}

function nameId(id: SettingId): string {
  return `setting-${id}`;
}

function meaningId(id: SettingId): string {
  return `setting-${id}-meaning`;
}
