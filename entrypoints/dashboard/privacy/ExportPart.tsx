import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
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
      <p>
        A ZIP with your pictures, and the rest as JSON with its schema. It is not encrypted: whoever has the file can
        read it.
      </p>
      <div className="actions">
        <Button onPress={() => (isGuest ? start(null) : setAsking(true))} disabled={isBusy}>
          Export everything
        </Button>
        {isBusy && <Button onPress={cancel}>Cancel</Button>}
        <span role="status">{status}</span>
      </div>
      {isAsking && (
        <Verified
          world={world}
          isGuest={false}
          title="Export everything"
          description="Your password once more, for the ZIP will not be encrypted."
          verb="Export"
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
