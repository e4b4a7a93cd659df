/** What can lie behind the subject when it leaves the card. */
export const GROUNDS = ['transparent', 'white', 'grey', 'black'] as const;
export type Ground = (typeof GROUNDS)[number];

/** The grey is the studio's (studio/Swatches.tsx). */
export const COLOURS: Readonly<Record<Exclude<Ground, 'transparent'>, string>> = {
  white: '#ffffff',
  grey: '#f2f2f0',
  black: '#000000',
};
