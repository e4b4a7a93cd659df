import { Stop } from '../setup/say.mjs';

/** Far more than a key or a mail; what is piped in by mistake need not fill the memory. */
const MAX_CHARS = 1_000_000;

/** All of stdin as text, if something is piped in. */
export async function readStdin() {
  if (process.stdin.isTTY) throw new Stop('Nothing is piped in. Name it on the command line, or use < FILE.');
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.length > MAX_CHARS) throw new Stop('More than 1 MB was piped in. Pipe in only the key or the voucher.');
  }
  return text;
}
