/** One picture that somebody gave to a batch: a file, or an image of a page. */
import type { PageImage } from '@/utils/batch/page-images';
import { nameFromUrl, withoutEnding } from '@/utils/browser/picture-name';

export type Given =
  | { readonly kind: 'file'; readonly name: string; readonly file: File }
  | { readonly kind: 'page'; readonly name: string; readonly image: PageImage; readonly page: PageTab };

/** Where images of a page come from. */
export interface PageTab {
  readonly tabId: number;
  /** Its address; empty where Matte may not know it. */
  readonly address: string;
}

export function givenFile(file: File): Given {
  return { kind: 'file', name: withoutEnding(file.name), file };
}

export function givenImage(image: PageImage, page: PageTab): Given {
  return { kind: 'page', name: nameFromUrl(image.url), image, page };
}
