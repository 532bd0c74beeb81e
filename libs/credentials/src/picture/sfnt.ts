import { inflateSync } from 'node:zlib';

/** Far above any typeface of ours. */
const tableBytesMax = 32 * 1024 * 1024;

/**
 * A font as TrueType or OpenType. WOFF 1 is unpacked (https://www.w3.org/TR/WOFF/, section 4), because resvg reads no packed fonts; what
 * is not packed is given back as it is. Meant for fonts of ours from packages: throws a TypeError for WOFF 2 and RangeErrors for rubbish.
 */
export function sfntOf(font: Uint8Array): Uint8Array {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const signature = bytes.toString('latin1', 0, 4);
  if (signature === 'wOF2') throw new TypeError('WOFF 2 is not unpacked here; take the WOFF file of the package.');
  return signature === 'wOFF' ? unpacked(bytes) : font;
}

function unpacked(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  [count, 16 * 2 ** power, power, 16 * count - 16 * 2 ** power].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + 2 * at),
  );
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const data = tableAt(woff, entry);
    const record = 12 + 16 * index;
    woff.copy(head, record, entry, entry + 4);
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(data.length, record + 12);
    // Tables begin at multiples of four.
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function tableAt(woff: Buffer, entry: number): Buffer {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const data = woff.subarray(offset, offset + packedLength);
  return packedLength < length ? inflateSync(data, { maxOutputLength: Math.min(length, tableBytesMax) }) : data;
}
