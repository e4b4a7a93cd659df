import type { PolicyDifference } from '@/utils/account/policy';

/** Sentences that came and went; those that stayed are folded away. */
export function PolicyChanges({ added, removed, unchanged }: PolicyDifference) {
  return (
    <>
      <Sentences title="New" sentences={added} Mark="ins" />
      <Sentences title="No longer" sentences={removed} Mark="del" />
      {unchanged.length > 0 && (
        <details>
          <summary>Unchanged</summary>
          <Sentences title="Unchanged" sentences={unchanged} Mark="span" />
        </details>
      )}
    </>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
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
            <Mark>{sentence}</Mark>
          </li>
        ))}
      </ul>
    </>
  );
}
