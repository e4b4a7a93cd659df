/** The picture to try Matte on (NOTICE.md says whose it is). With 0.24 MP it is as small as a preview, and takes no credit. */
export const SAMPLE = { path: '/samples/coffee.webp', width: 600, height: 400 } as const;
