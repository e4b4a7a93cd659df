/** The stage: a checkerboard with a veil that breathes while the picture is yet to come, then shows it, or why it is not there. */
import type { CSSProperties, ReactNode } from 'react';
import { breathAt } from './breath';
import { useObjectUrl } from './use-object-url';

export interface CheckerboardProps {
  readonly picture: Blob | null;
  readonly alt: string;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

export function Checkerboard({ picture, alt, busy = false, children }: CheckerboardProps) {
  const url = useObjectUrl(picture);
  // Decoded with the frame that shows it: a first look that the result replaces would leave a gap otherwise.
  const veil = busy ? ({ '--veil': breathAt(Date.now()) } as CSSProperties) : undefined;
  return (
    <div className="checkerboard" data-busy={busy || undefined} style={veil}>
      {url && <img src={url} alt={alt} decoding="sync" draggable={false} />}
      {children}
    </div>
  );
}
