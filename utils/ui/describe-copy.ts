/** Why a picture did not get onto the clipboard, and what to do. One sentence for each reason of `copyImage`. */
export const COPY_PROBLEMS = {
  'not-focused': 'This window was not in front. Click into it, then press Copy again.',
  blocked: 'The browser refused the clipboard. Download the picture instead.',
} as const;
