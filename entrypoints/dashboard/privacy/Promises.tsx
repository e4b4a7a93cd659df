import markdown from '../../../PRIVACY.md?raw';
import { readPromises } from './promises';

const GROUPS = readPromises(markdown);

/** PRIVACY.md, as it lies in the repository. */
export function Promises() {
  return (
    <div className="promises">
      {GROUPS.map(({ title, promises }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {promises.map(({ id, sentence }) => (
              <li key={id} id={id}>
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
