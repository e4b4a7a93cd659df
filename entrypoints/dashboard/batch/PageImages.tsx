/** The images of a page, to choose some of them: by a click, by keyboard, or all that are large enough. */
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { MAX_PICTURES } from '@/utils/batch/batch';
import { atLeast, type PageImage } from '@/utils/batch/page-images';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { type Given, givenImage } from './given';
import { ImageTile } from './ImageTile';
import { type Listing, listPageImages } from './list-page-images';
import { comeToFront } from './page-tab';

export interface PageImagesProps {
  readonly tabId: number;
  readonly onChoose: (given: readonly Given[]) => void;
  readonly onLeave: () => void;
}

const SMALLEST = [0, 100, 200, 400, 800] as const;
const USUAL_SMALLEST = 200;

export function PageImages({ tabId, onChoose, onLeave }: PageImagesProps) {
  const listing = useListing(tabId);
  if (listing === undefined) return <p className="soft">{say('batch.listing')}</p>;
  if (listing === null) {
    return (
      <Notice sentence={sentenceOf('page-blocked')}>
        <Button onPress={onLeave}>{say('batch.filesInstead')}</Button>
      </Notice>
    );
  }
  return <Picker listing={listing} onChoose={onChoose} onLeave={onLeave} />;
}

function useListing(tabId: number): Listing | null | undefined {
  const [listing, setListing] = useState<Listing | null>();
  useEffect(() => {
    let isStale = false;
    void listPageImages(tabId).then((read) => {
      if (!isStale) setListing(read);
      void comeToFront();
    });
    return () => {
      isStale = true;
    };
  }, [tabId]);
  return listing;
}

interface PickerProps extends Omit<PageImagesProps, 'tabId'> {
  readonly listing: Listing;
}

function Picker({ listing: { images, page, title }, onChoose, onLeave }: PickerProps) {
  const [smallest, setSmallest] = useState<number>(USUAL_SMALLEST);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => atLeast(images, smallest), [images, smallest]);
  const picked = shown.filter(({ url }) => chosen.has(url)).slice(0, MAX_PICTURES);
  const toggle = (url: string) =>
    setChosen((last) => new Set(last.has(url) ? [...last].filter((each) => each !== url) : [...last, url]));
  const hidden = images.length - shown.length;
  return (
    <section className="batch-page" aria-labelledby="batch-title">
      <h2 id="batch-title">{say('batch.pageTitle')}</h2>
      <p className="soft name">
        <bdi>{title}</bdi>
      </p>
      <div className="batch-bar">
        <SmallestSelect value={smallest} onChoose={setSmallest} />
        <Button onPress={() => setChosen(new Set(shown.slice(0, MAX_PICTURES).map(({ url }) => url)))}>
          {say('batch.all')}
        </Button>
        <Button onPress={() => setChosen(new Set())}>{say('batch.none')}</Button>
        <span role="status" className="soft">
          {say('batch.pageCount', { picked: picked.length, shown: shown.length, hidden })}
        </span>
      </div>
      {shown.length === 0 && <p>{say('batch.pageEmpty')}</p>}
      <Tiles images={shown} chosen={chosen} onToggle={toggle} />
      <div className="batch-foot">
        <Button
          kind="primary"
          disabled={picked.length === 0}
          onPress={() => onChoose(picked.map((image) => givenImage(image, page)))}
        >
          {say('batch.use', { count: picked.length })}
        </Button>
        <Button onPress={onLeave}>{say('batch.filesInstead')}</Button>
      </div>
    </section>
  );
}

function SmallestSelect({ value, onChoose }: { readonly value: number; readonly onChoose: (value: number) => void }) {
  return (
    <label>
      {say('batch.smallest')}
      <select value={value} onChange={({ target }) => onChoose(Number(target.value))}>
        {SMALLEST.map((side) => (
          <option key={side} value={side}>
            {side === 0 ? say('batch.anySize') : say('batch.atLeast', { side })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TilesProps {
  readonly images: readonly PageImage[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (url: string) => void;
}

/** One tab stop for each is the browser's; arrows go faster. */
function Tiles({ images, chosen, onToggle }: TilesProps) {
  return (
    <ul className="batch-tiles" aria-label={say('batch.pageTitle')} onKeyDown={stepByArrow}>
      {images.map((image) => (
        <li key={image.url}>
          <ImageTile image={image} isChosen={chosen.has(image.url)} onToggle={() => onToggle(image.url)} />
        </li>
      ))}
    </ul>
  );
}

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: (columns) => columns,
  ArrowUp: (columns) => -columns,
};

function stepByArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const step = STEPS[event.key];
  if (at < 0 || !step) return;
  const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length;
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl' && step(columns) ** 2 === 1;
  event.preventDefault();
  boxes[at + (isMirrored ? -step(columns) : step(columns))]?.focus();
}
