/** The picture in front: the one at work, then its result, in the same place and of the same size. */
import type { ReactNode } from 'react';
import { Checkerboard } from '@/utils/ui/Checkerboard';

export interface FrontProps {
  readonly label: string;
  readonly picture: Blob | null;
  readonly alt: string;
  readonly busy?: boolean;
  /** Over the picture. */
  readonly over?: ReactNode;
  readonly name: string;
  readonly detail: ReactNode;
  /** The buttons. */
  readonly children: ReactNode;
}

export function Front({ label, picture, alt, busy = false, over, name, detail, children }: FrontProps) {
  return (
    <section className="front" aria-label={label}>
      <Checkerboard picture={picture} alt={alt} busy={busy}>
        {over}
      </Checkerboard>
      <div className="facts">
        <p className="name" title={name}>
          <bdi>{name}</bdi>
        </p>
        <div className="soft caption">{detail}</div>
      </div>
      <div className="actions">{children}</div>
    </section>
  );
}
