import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import type { IssuedCode } from '@/utils/pages/account/issued-code';
import { BrowserSection } from './BrowserSection';
import { ProfileSection } from './ProfileSection';
import { RecoverySection } from './RecoverySection';
import { SecurityLog } from './SecurityLog';
import { SignInSection } from './SignInSection';

export interface OpenProps {
  readonly world: AccountWorld;
  readonly session: Session & { readonly state: 'unlocked' };
}

export interface OpenSectionsProps extends OpenProps {
  readonly onCode: (issued: IssuedCode) => void;
}

export function OpenSections({ world, session, onCode }: OpenSectionsProps) {
  return (
    <div className="sections">
      <div className="column">
        <ProfileSection world={world} session={session} />
        <SignInSection world={world} session={session} />
      </div>
      <div className="column">
        <RecoverySection world={world} session={session} onCode={onCode} />
        <BrowserSection world={world} />
      </div>
      <SecurityLog world={world} session={session} />
    </div>
  );
}
