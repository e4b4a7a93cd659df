/** Small pictures for the grid: read and opened when they come into sight, and the latest of them kept. */
import { useEffect, useState } from 'react';
import { previewId } from '@/utils/db';
import type { Vault } from '@/utils/history/courier';
import { type Picture, readPicture } from '@/utils/history/read-picture';

export interface Previews {
  known(id: string): Picture | null;
  read(id: string): Promise<Picture>;
}

/** Some ten screens full of them; about 20 kB each. */
const KEPT = 400;
/** Who scrolls by does not want them, ms. */
const REST_MS = 80;

export function createPreviews(vault: Vault): Previews {
  const kept = new Map<string, Picture>();
  return {
    known: (id) => kept.get(id) ?? null,
    read: async (id) => {
      const picture = await readPicture(vault, previewId(id)).catch((): Picture => ({ state: 'damaged' }));
      kept.set(id, picture);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return picture;
    },
  };
}

/** Null until it is there. For a component that shows one cutout all its life. */
export function usePreview(previews: Previews, id: string): Picture | null {
  const [picture, setPicture] = useState(() => previews.known(id));
  useEffect(() => {
    if (picture) return;
    let isGone = false;
    const timer = setTimeout(() => void previews.read(id).then((read) => !isGone && setPicture(read)), REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [previews, id, picture]);
  return picture;
}
