import { CircleAlertIcon, XIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../i18n/say';
import { Button } from './Button';

export interface NoticeProps {
  readonly sentence: string;
  /** Which picture it is about. */
  readonly about?: string;
  readonly onDismiss?: () => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

export function Notice({ sentence, about, onDismiss, children }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <CircleAlertIcon />
      <div>
        <p>
          {about && (
            <strong>
              <bdi>{about}</bdi>
            </strong>
          )}
          {sentence}
        </p>
        {children}
      </div>
      {onDismiss && <Button kind="quiet" label={say('words.dismiss')} icon={<XIcon />} onPress={onDismiss} />}
    </div>
  );
}
