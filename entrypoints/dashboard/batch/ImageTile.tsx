import { ImageIcon } from 'lucide-react';
import type { PageImage } from '@/utils/batch/page-images';
import { nameFromUrl } from '@/utils/browser/picture-name';
import { say } from '@/utils/i18n/say';

export interface ImageTileProps {
  readonly image: PageImage;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** A thumbnail where there is one: the picture itself is not asked for before somebody has chosen it. */
export function ImageTile({ image: { url, width, height, alt, thumb }, isChosen, onToggle }: ImageTileProps) {
  const name = alt || nameFromUrl(url);
  const size = width > 0 ? `${width} × ${height}` : say('batch.sizeUnknown');
  return (
    <label className="batch-tile">
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span className="batch-thumb">{thumb ? <img src={thumb} alt="" /> : <ImageIcon />}</span>
      <span className="name" title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className="soft">{size}</span>
    </label>
  );
}
