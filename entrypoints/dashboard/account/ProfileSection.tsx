import { useState } from 'react';
import { changeName } from '@/utils/account/profile';
import { MAX_NAME_CHARS } from '@/utils/account/register';
import { say } from '@/utils/i18n/say';
import { AccountForm } from '@/utils/pages/account/AccountForm';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { Field } from '@/utils/pages/account/Field';
import { AvatarPart } from './AvatarPart';
import { Changeable } from './Changeable';
import type { ChangeFormProps } from './change-form';
import type { OpenProps } from './OpenSections';
import { Section } from './Section';

export function ProfileSection({ world, session }: OpenProps) {
  return (
    <Section title={say('account.profile')}>
      <AvatarPart world={world} session={session} />
      <Changeable
        label={say('account.name')}
        value={session.name ? <bdi>{session.name}</bdi> : <span className="soft">{say('account.nameNone')}</span>}
        verb={say('account.changeName')}
        form={(done, back) => <NameForm world={world} session={session} done={done} back={back} />}
      />
    </Section>
  );
}

function NameForm({ world, session, done, back }: ChangeFormProps) {
  const [name, setName] = useState(session.name);
  const act = async () => {
    const outcome = await changeName(world, name);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    done(say('account.nameSaved'));
    return null;
  };
  return (
    <AccountForm label={say('account.changeName')} verb={say('account.saveName')} act={act} others={back}>
      <Field
        label={say('account.name')}
        autoComplete="name"
        value={name}
        onChange={setName}
        hint={say('account.nameHint', { most: MAX_NAME_CHARS })}
      />
    </AccountForm>
  );
}
