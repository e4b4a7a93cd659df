/** Where the card stands on each site, and whether it comes at all: what the user did there, by the site's host. Pure. */

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

export interface CardOfSite {
  readonly corner?: Corner;
  /** No card there: the result comes by notification. */
  readonly isOff?: boolean;
}

/** By host, as in `shop.example` or `localhost:8080`; the one that changed last is the last. */
export type Cards = Readonly<Record<string, CardOfSite>>;

/** More sites than anybody turns by hand; the one that was left alone longest goes. */
export const MAX_SITES = 500;

const NOTHING_SAID: CardOfSite = {};

/** Rebuilt field by field; what is broken is as if it had never been set. */
export function parseCards(value: unknown): Cards {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return keepNewest(Object.entries(value).map(([host, card]) => [host, parseCard(card)]));
}

export function cardOf(cards: Cards, host: string): CardOfSite {
  return (Object.hasOwn(cards, host) ? cards[host] : undefined) ?? NOTHING_SAID;
}

/** One site's card changed; a site whose card is as everywhere is forgotten. */
export function withCard(cards: Cards, host: string, change: CardOfSite): Cards {
  const others = Object.entries(cards).filter(([other]) => other !== host);
  return keepNewest([...others, [host, parseCard({ ...cardOf(cards, host), ...change })]]);
}

function keepNewest(entries: readonly (readonly [string, CardOfSite])[]): Cards {
  const said = entries.filter(([host, { corner, isOff }]) => host !== '' && (corner || isOff));
  return Object.fromEntries(said.slice(-MAX_SITES));
}

function parseCard(value: unknown): CardOfSite {
  if (typeof value !== 'object' || value === null) return NOTHING_SAID;
  const { corner, isOff } = value as Record<string, unknown>;
  const known = CORNERS.find((each) => each === corner);
  return { ...(known && { corner: known }), ...(isOff === true && { isOff }) };
}
