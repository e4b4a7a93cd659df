import { useObjectUrl } from '@/utils/ui/use-object-url';

export interface AvatarProps {
  readonly picture: Blob | null;
  /** What stands there without a picture: the beginning of the name. */
  readonly name: string;
}

/** Decorates: whose account it is always stands beside it in words. */
export function Avatar({ picture, name }: AvatarProps) {
  const url = useObjectUrl(picture);
  return (
    <span className="avatar" aria-hidden="true">
      {url ? <img src={url} alt="" /> : [...name.trim()][0]?.toUpperCase()}
    </span>
  );
}
