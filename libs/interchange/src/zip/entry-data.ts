import { crc32, inflateRawSync } from 'node:zlib';

import { type Directory, type DirectoryEntry, viewOf } from './directory.js';
import { ZipRefused } from './zip-refusal.js';

const headerMark = 0x04034b50;
const headerBytes = 30;
const hasDescriptor = 0x0008;

/** Where the packed bytes of an entry are. */
export interface Extent {
  readonly entry: DirectoryEntry;
  /** First byte of the local header. */
  readonly from: number;
  readonly dataFrom: number;
  readonly to: number;
}

/** Holds the local header against the directory: programs differ in which of the two they believe. */
export function locate(bytes: Uint8Array, directory: Directory, entry: DirectoryEntry): Extent {
  const view = viewOf(bytes);
  const { offset: from, path } = entry;
  if (from + headerBytes > directory.offset || view.getUint32(from, true) !== headerMark)
    throw new ZipRefused('damaged', `“${path}” is not where the package says. Pack it again.`, path);

  const [flags = 0, method, nameBytes = 0, extraBytes = 0] = [6, 8, 26, 28].map((at) =>
    view.getUint16(from + at, true),
  );
  const name = bytes.subarray(from + headerBytes, from + headerBytes + nameBytes);
  const dataFrom = from + headerBytes + nameBytes + extraBytes;
  const to = dataFrom + entry.packedBytes;
  if (!isSame(name, entry.name))
    throw new ZipRefused('damaged', `“${path}” has another name inside of the package. Pack it again.`, path);
  if (flags !== entry.flags || method !== entry.method || to > directory.offset)
    throw new ZipRefused('damaged', `The two headers of “${path}” contradict each other. Pack it again.`, path);

  const [crc, packedBytes, unpackedBytes] = [14, 18, 22].map((at) => view.getUint32(from + at, true));
  const isBlank = crc === 0 && packedBytes === 0 && unpackedBytes === 0;
  const isEqual = crc === entry.crc && packedBytes === entry.packedBytes && unpackedBytes === entry.unpackedBytes;
  if (!isEqual && !((flags & hasDescriptor) !== 0 && isBlank)) throw lyingSize(path);
  return { entry, from, dataFrom, to };
}

/** Every byte belongs to one entry at most; shared ones are how a small file is made to unpack to petabytes. */
export function requireApart(extents: readonly Extent[]): void {
  let end = 0;
  for (const { entry, from, to } of extents.toSorted((a, b) => a.from - b.from)) {
    if (from < end)
      throw new ZipRefused(
        'overlap',
        `“${entry.path}” shares its bytes with another entry. Pack it again.`,
        entry.path,
      );
    end = to;
  }
}

/** Unpacks one entry. Never more than the announced bytes are made, and exactly as many have to come. */
export function unpack(bytes: Uint8Array, { entry, dataFrom, to }: Extent): Uint8Array {
  const packed = bytes.subarray(dataFrom, to);
  const content = entry.method === 0 ? Uint8Array.from(packed) : inflate(packed, entry);
  if (content.length !== entry.unpackedBytes) throw lyingSize(entry.path);
  if (crc32(content) !== entry.crc)
    throw new ZipRefused('damaged', `“${entry.path}” is damaged: its checksum differs. Pack it again.`, entry.path);
  return content;
}

function inflate(packed: Uint8Array, { path, unpackedBytes }: DirectoryEntry): Uint8Array {
  try {
    const { buffer, engine } = inflateRawCounted(packed, unpackedBytes);
    if (engine.bytesWritten !== packed.length) throw lyingSize(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    if (isOverrun(error)) throw lyingSize(path);
    throw new ZipRefused('damaged', `“${path}” cannot be unpacked. Pack it again.`, path);
  }
}

interface Inflated {
  readonly buffer: Buffer;
  /** Its `bytesWritten` are those of the input that were used. */
  readonly engine: { readonly bytesWritten: number };
}

function isOverrun(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** zlib stops at the first byte beyond the announced ones. */
function inflateRawCounted(packed: Uint8Array, unpackedBytes: number): Inflated {
  // With `info` the result is an object, which the types of Node do not say.
  const result: unknown = inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes), info: true });
  if (isInflated(result)) return result;
  throw new TypeError('zlib did not say how much it read.');
}

function isInflated(result: unknown): result is Inflated {
  return typeof result === 'object' && result !== null && 'buffer' in result && 'engine' in result;
}

function lyingSize(path: string): ZipRefused {
  return new ZipRefused('lying_size', `“${path}” is not as large as the package says. Pack it again.`, path);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
