/** A ZIP of one deflated file, byte by byte (APPNOTE 6.3.10 §4.3), so that its headers can say what is not so. */
import { crc32, inflateRawSync } from 'node:zlib';

/** @param size what it says it is when it is inflated */
export function zipOf(name: string, deflated: Buffer, size: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(inflateRawSync(deflated)), 14);
  local.writeUInt32LE(deflated.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  local.copy(central, 6, 4, 30);
  const files = Buffer.concat([local, Buffer.from(name), deflated]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, central, Buffer.from(name), end]);
}
