import { crc32 } from './crc32.js';
import { bakeableKind, pictureBytesMax, PictureUnreadable, textBytesMax } from './baked.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const keyword = 'openbadgecredential';
const chunksMax = 20_000;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * The PNG with a credential inside (Open Badges 3.0, section 5.3.1): `text` is the signed JSON document or the compact JWT, in one iTXt
 * chunk without compression. A credential that the picture already carried is replaced. Throws NotBakeable or PictureUnreadable.
 */
export function bakePng(png: Uint8Array, text: string): Uint8Array {
  bakeableKind(text);
  const kept = chunksOf(png).filter((chunk) => keywordOf(chunk) !== keyword);
  // Right behind the header, so that a reader finds it without going through the pixels.
  const chunks = [...kept.slice(0, 1), textChunk(text), ...kept.slice(1)];
  return Buffer.concat([signature, ...chunks.map(encode)]);
}

/**
 * The credential that a PNG carries (JSON text or compact JWT), or null where a sound PNG carries none. Of several the first counts.
 * Throws PictureUnreadable for what is no PNG, is damaged (each chunk's sum is checked) or hides the text (compression).
 */
export function unbakePng(bytes: Uint8Array): string | null {
  const baked = chunksOf(bytes).find((chunk) => chunk.type === 'iTXt' && keywordOf(chunk) === keyword);
  return baked === undefined ? null : textOf(baked.data);
}

/** Whether bytes begin like a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  if (bytes.length > pictureBytesMax) {
    throw new PictureUnreadable(`The picture is larger than ${pictureBytesMax / 1024 / 1024} MiB.`);
  }
  if (!isPng(bytes)) throw new PictureUnreadable('The file is not a PNG.');
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; chunks.at(-1)?.type !== 'IEND';) {
    if (chunks.length === chunksMax) throw new PictureUnreadable(`The PNG has more than ${chunksMax} chunks.`);
    const chunk = chunkAt(view, at);
    if (chunks.length === 0 && (chunk.type !== 'IHDR' || chunk.data.length !== 13)) {
      throw new PictureUnreadable('The PNG does not begin with its header.');
    }
    chunks.push(chunk);
    at += chunk.data.length + 12;
  }
  return chunks;
}

function chunkAt(bytes: Buffer, at: number): Chunk {
  if (bytes.length < at + 12) throw new PictureUnreadable('The PNG ends too early.');
  const length = bytes.readUInt32BE(at);
  // Compared by subtraction: a length of four billion must not carry the sum past the end.
  if (length > bytes.length - at - 12) throw new PictureUnreadable('The PNG ends in the middle of a chunk.');
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (!/^[A-Za-z]{4}$/.test(type)) throw new PictureUnreadable('The PNG has a chunk without a proper name.');
  const sum = crc32(bytes.subarray(at + 4, at + 8 + length));
  if (bytes.readUInt32BE(at + 8 + length) !== sum) {
    throw new PictureUnreadable(`The PNG is damaged: the sum of its chunk ${type} is wrong.`);
  }
  return { type, data: bytes.subarray(at + 8, at + 8 + length) };
}

/** The keyword of a chunk that holds text; a keyword has at most 79 letters. */
function keywordOf({ type, data }: Chunk): string | null {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return null;
  const end = data.subarray(0, 80).indexOf(0);
  return end === -1 ? null : Buffer.from(data.subarray(0, end)).toString('latin1');
}

/** iTXt: keyword, 0, compression flag, compression method, language, 0, translated keyword, 0, text. */
function textOf(data: Uint8Array): string {
  const flags = keyword.length + 1;
  const languageEnd = data.indexOf(0, flags + 2);
  const translatedEnd = languageEnd === -1 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd === -1) throw new PictureUnreadable('The credential in the PNG has no text.');
  if (data[flags] !== 0)
    throw new PictureUnreadable('The credential in the PNG is compressed, which Open Badges forbid.');
  const text = data.subarray(translatedEnd + 1);
  if (text.length > textBytesMax) {
    throw new PictureUnreadable(`The credential in the PNG is larger than ${textBytesMax} bytes.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    throw new PictureUnreadable('The credential in the PNG is not UTF-8.');
  }
}

function textChunk(text: string): Chunk {
  return {
    type: 'iTXt',
    data: Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]),
  };
}

function encode({ type, data }: Chunk): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
