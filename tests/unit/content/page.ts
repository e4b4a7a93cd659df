/**
 * A web page for content scripts, as small as can be: the element classes they ask for, what lies under each point, and
 * the events a user makes. Node has no DOM; e2e tests use the real one.
 */
import { afterEach, vi } from 'vitest';

export class FakeElement {
  /** What getComputedStyle says of the element itself, ::before and ::after. */
  readonly styles: Partial<Record<'' | '::before' | '::after', { backgroundImage: string; content?: string }>>;
  readonly fields: Record<string, unknown>;
  focus = vi.fn();
  constructor(fields: Record<string, unknown> = {}, styles: FakeElement['styles'] = {}) {
    this.fields = fields;
    this.styles = styles;
    Object.assign(this, fields);
  }
  getRootNode(): unknown {
    return document;
  }
  getBoundingClientRect() {
    return { x: 0, y: 0, width: 100, height: 80, ...(this.fields.rect as object | undefined) };
  }
  cloneNode(): FakeElement & { attributes: Record<string, string> } {
    const attributes: Record<string, string> = {};
    const setAttribute = (name: string, value: string) => Object.assign(attributes, { [name]: value });
    return Object.assign(new FakeElement(), { attributes, setAttribute });
  }
}

export class FakeImage extends FakeElement {}
export class FakeInput extends FakeElement {}
export class FakeSvgImage extends FakeElement {}
export class FakeCanvas extends FakeElement {}
export class FakeVideo extends FakeElement {}
export class FakeSvg extends FakeElement {}
export class FakeShadowRoot extends FakeElement {}

export interface FakePage {
  /** What lies under the pointer, topmost first. */
  readonly under?: readonly FakeElement[];
  readonly images?: readonly FakeElement[];
  /** What addresses that live in the page answer. */
  readonly local?: Readonly<Record<string, Blob>>;
  readonly framed?: boolean;
}

/** Puts the page into the globals until the test ends. @returns the ways in which a user touches it. */
export function openPage({ under = [], images = [], local = {}, framed = false }: FakePage = {}) {
  const listeners = new Map<string, (event: unknown) => void>();
  const addEventListener = (type: string, listener: (event: unknown) => void, { signal }: { signal: AbortSignal }) => {
    listeners.set(type, listener);
    signal.addEventListener('abort', () => listeners.delete(type));
  };
  const focus = vi.fn();
  const window = { addEventListener, focus };
  const page = {
    elementsFromPoint: () => under,
    images,
    baseURI: 'https://a.test/',
    activeElement: null as unknown,
    hasFocus: () => true,
    body: new FakeElement(),
  };
  const globals = {
    Element: FakeElement,
    HTMLElement: FakeElement,
    HTMLImageElement: FakeImage,
    HTMLInputElement: FakeInput,
    SVGImageElement: FakeSvgImage,
    HTMLCanvasElement: FakeCanvas,
    HTMLVideoElement: FakeVideo,
    SVGSVGElement: FakeSvg,
    ShadowRoot: FakeShadowRoot,
    XMLSerializer: class {
      serializeToString = ({ attributes }: { attributes: object }) => `<svg ${JSON.stringify(attributes)}/>`;
    },
    addEventListener,
    document: page,
    window,
    top: framed ? {} : window,
    devicePixelRatio: 2,
    getComputedStyle: (element: FakeElement, pseudo: '' | '::before' | '::after') => {
      return { backgroundImage: 'none', content: 'none', ...element.styles[pseudo] };
    },
    fetch: async (url: string) => {
      const blob = local[url];
      if (!blob) throw new TypeError('Failed to fetch');
      return { blob: async () => blob };
    },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  return { document: page, windowFocus: focus, user: (type: string, event: object) => listeners.get(type)?.(event) };
}

const kept = { chrome: globalThis.chrome, browser: (globalThis as { browser?: unknown }).browser };

afterEach(() => {
  vi.unstubAllGlobals();
  for (const [name, value] of Object.entries(kept)) vi.stubGlobal(name, value);
});
