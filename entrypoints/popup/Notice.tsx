import { Button } from '@/utils/ui/Button';
import { AlertIcon, CloseIcon } from '@/utils/ui/icons';

export interface NoticeProps {
  readonly sentence: string;
  /** Which picture it is about. */
  readonly about?: string;
  readonly onDismiss?: () => void;
}

export function Notice({ sentence, about, onDismiss }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <AlertIcon />
      <p>
        {about && (
          <strong>
            <bdi>{about}</bdi>
          </strong>
        )}
        {sentence}
      </p>
      {onDismiss && <Button kind="quiet" label="Dismiss" icon={<CloseIcon />} onPress={onDismiss} />}
    </div>
  );
}
