/** The frame over the page that hears the drag, unseen, and what lies below it. */
const CSS: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: '100vw',
  height: '100vh',
  border: '0',
  margin: '0',
  padding: '0',
  // Any other than its page's, and Chrome paints the frame white.
  'color-scheme': 'light',
};

export function createCatcher(signal: AbortSignal) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  host.popover = 'manual';
  dress(host, { ...CSS, display: 'block', background: 'none', 'pointer-events': 'none' });
  signal.addEventListener('abort', () => host.remove());

  return {
    /** @param address what stands behind the `#` of its page's address */
    open(address: string): void {
      const frame = document.createElement('iframe');
      dress(frame, { ...CSS, 'pointer-events': 'auto' });
      frame.src = `${chrome.runtime.getURL('/drop-catcher.html')}#${address}`;
      root.append(frame);
      document.documentElement.append(host);
      host.showPopover();
    },

    /** What the page has at a point of its window; nothing where a card lies, to which a drag may come back. */
    below(x: number, y: number): Element | null {
      const [top = null] = document.elementsFromPoint(x, y).filter((element) => element !== host);
      return top && !isOurs(top) ? inside(top, x, y) : null;
    },
  };
}

function dress({ style }: HTMLElement, css: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(css)) style.setProperty(name, value, 'important');
}

function isOurs(element: Element): boolean {
  const root = element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
  const frames = root?.mode === 'closed' ? [...root.querySelectorAll('iframe')] : [];
  return frames.some(({ src }) => src.startsWith(chrome.runtime.getURL('/')));
}

/** Through open shadow roots, as a real drag goes. */
function inside(element: Element, x: number, y: number): Element {
  const [inner] = element.shadowRoot?.elementsFromPoint(x, y) ?? [];
  return inner && inner !== element ? inside(inner, x, y) : element;
}
