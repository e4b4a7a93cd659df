import type { PolicyDifference, PolicySentence } from '@/utils/account/policy';
import { say } from '@/utils/i18n/say';

/** Sentences that came and went; those that stayed are folded away. */
export function PolicyChanges({ added, removed, unchanged }: PolicyDifference) {
  return (
    <>
      <Sentences title={say('consents.new')} sentences={added} Mark="ins" />
      <Sentences title={say('consents.noLonger')} sentences={removed} Mark="del" />
      {unchanged.length > 0 && (
        <details>
          <summary>{say('consents.unchanged')}</summary>
          <Sentences title={say('consents.unchanged')} sentences={unchanged} Mark="span" />
        </details>
      )}
    </>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly PolicySentence[];
  readonly Mark: 'ins' | 'del' | 'span';
}

function Sentences({ title, sentences, Mark }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <>
      {Mark !== 'span' && <h4>{title}</h4>}
      <ul aria-label={title}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Mark>{say(`consents.policy.${sentence}`)}</Mark>
          </li>
        ))}
      </ul>
    </>
  );
}
