import type { MatteDb } from '@/utils/db';
import { KEEP_BYTES, KEEP_RESULTS, type KeepBytes, type KeepResults } from '@/utils/history/retention';
import { useSettings } from '@/utils/pages/use-settings';
import { describeBytes } from '@/utils/ui/describe-bytes';

const KEEP_WORDS: Readonly<Record<KeepResults, string>> = {
  '1h': '1 hour',
  '24h': '24 hours',
  '30d': '30 days',
  forever: 'Until I delete them',
};

/** How long and how much history keeps; what is pinned stays. */
export function KeepSettings({ db }: { readonly db: MatteDb }) {
  const { settings, save } = useSettings(db);
  return (
    <section className="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">What is kept</h2>
      <div className="filters">
        <label className="labelled">
          <span>Keep cutouts</span>
          <select
            value={settings.keepResults}
            onChange={({ target }) => save('keepResults', target.value as KeepResults)}
          >
            {KEEP_RESULTS.map((span) => (
              <option key={span} value={span}>
                {KEEP_WORDS[span]}
              </option>
            ))}
          </select>
        </label>
        <label className="labelled">
          <span>At most</span>
          <select
            value={settings.keepBytes}
            onChange={({ target }) => save('keepBytes', Number(target.value) as KeepBytes)}
          >
            {KEEP_BYTES.map((bytes) => (
              <option key={bytes} value={bytes}>
                {describeBytes(bytes)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.keepAddresses}
            onChange={({ target }) => save('keepAddresses', target.checked)}
          />
          Keep whole page addresses
        </label>
      </div>
      <p className="soft">
        When there is too much, the oldest go first. Pinned cutouts stay. Without whole addresses, only the site’s name
        is kept, like example.org.
      </p>
    </section>
  );
}
