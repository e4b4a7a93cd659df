import { useState } from 'react';
import { changeName } from '@/utils/account/profile';
import { MAX_NAME_CHARS } from '@/utils/account/register';
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
    <Section title="Profile">
      <AvatarPart world={world} session={session} />
      <Changeable
        label="Name"
        value={session.name ? <bdi>{session.name}</bdi> : <span className="soft">No name given</span>}
        verb="Change name"
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
    done('Your name is saved.');
    return null;
  };
  return (
    <AccountForm label="Change name" verb="Save name" act={act} others={back}>
      <Field
        label="Name"
        autoComplete="name"
        value={name}
        onChange={setName}
        hint={`At most ${MAX_NAME_CHARS} characters; only you see it.`}
      />
    </AccountForm>
  );
}
