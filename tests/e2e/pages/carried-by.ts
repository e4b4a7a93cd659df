import type { Frame, Page } from '@playwright/test';

/** What the next drag that begins in there carries: the kinds of its items, and the file that is the first. */
export function carriedBy(place: Page | Frame): Promise<{ kinds: string[]; base64: string }> {
  return place.evaluate(
    () =>
      new Promise((resolve) => {
        // After the page's own listener, which React has at the root.
        document.addEventListener('dragstart', ({ dataTransfer }) => {
          const items = [...(dataTransfer?.items ?? [])];
          const kinds = items.map(({ kind, type }) => `${kind} ${type}`);
          const reader = new FileReader();
          reader.onload = () => resolve({ kinds, base64: String(reader.result).replace(/^[^,]*,/, '') });
          reader.readAsDataURL(items[0]?.getAsFile() as File);
        });
      }),
  );
}
