import { Fragment } from 'react';
import { say } from '@/utils/i18n/say';
import type { Cutout } from './cutout';
import { describePlace, factsOf } from './cutout-words';

/** All that is known of a cutout. */
export function Facts({ cutout: { entry, opened } }: { readonly cutout: Cutout }) {
  return (
    <dl className="facts">
      {opened?.state === 'open' && (
        <>
          <dt>{say('history.from')}</dt>
          <dd>
            <Place {...opened.details} />
          </dd>
        </>
      )}
      {factsOf(entry).map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

type PlaceProps = Parameters<typeof describePlace>[0] & { readonly url: string | null };

/** Only addresses of the web are links: a page cannot choose another kind, but a damaged row might. */
function Place({ url, ...place }: PlaceProps) {
  const words = <bdi>{describePlace(place)}</bdi>;
  if (url === null || !/^https?:/.test(url)) return words;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {words}
    </a>
  );
}
