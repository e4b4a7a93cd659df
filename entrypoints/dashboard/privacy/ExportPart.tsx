import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { useExport } from './use-export';
import { Verified } from './Verified';

export interface ExportPartProps {
  readonly world: AccountWorld;
  readonly isGuest: boolean;
}

/** One click (and for an account its password), then a ZIP. */
export function ExportPart({ world, isGuest }: ExportPartProps) {
  const [isAsking, setAsking] = useState(false);
  const { status, isBusy, start, cancel } = useExport(world.db);
  return (
    <>
      <p>{say('privacy.exportMeaning')}</p>
      <div className="actions">
        <Button onPress={() => (isGuest ? start(null) : setAsking(true))} disabled={isBusy}>
          {say('privacy.exportEverything')}
        </Button>
        {isBusy && <Button onPress={cancel}>{say('privacy.cancel')}</Button>}
        <span role="status">{status}</span>
      </div>
      {isAsking && (
        <Verified
          world={world}
          isGuest={false}
          title={say('privacy.exportEverything')}
          description={say('privacy.exportAsk')}
          verb={say('privacy.export')}
          onClose={() => setAsking(false)}
          onVerified={async (opened) => {
            setAsking(false);
            start(opened);
          }}
        />
      )}
    </>
  );
}
