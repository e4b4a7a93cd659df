/** A voucher's QR code as a PNG (one bit a pixel, 5 kB) that mail programs show and Matte reads. */
import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

const SCALE = 4;
/** ISO/IEC 18004 §6.3.8: four modules of quiet zone. */
const BORDER = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Draws a text as a QR code. */
export function qrPng(text) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER, scale: SCALE });
  const side = rows.length;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const lines = Buffer.concat(rows.map((row) => packed(row)));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One line: the filter (none), then eight pixels a byte; 1 is white. */
function packed(row) {
  const line = Buffer.alloc(1 + Math.ceil(row.length / 8));
  for (const [x, dark] of row.entries()) {
    if (!dark) line[1 + (x >> 3)] |= 0x80 >> (x & 7);
  }
  return line;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
