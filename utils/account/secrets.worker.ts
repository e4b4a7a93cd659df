/// <reference lib="webworker" />
import { type Asked, answer } from './secrets-desk';

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  self.postMessage(await answer(data));
};
