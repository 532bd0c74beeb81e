import type { ZipLimits } from './limits.js';
import { ZipRefused } from './zip-refusal.js';

/** What the central directory says of one entry. Nothing of it is believed before it is compared. */
export interface DirectoryEntry {
  readonly path: string;
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Type and rights as Unix keeps them; 0 where the packer wrote none. */
  readonly mode: number;
  /** Of its local header. */
  readonly offset: number;
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  /** Where the directory begins and the room of the entries ends. */
  readonly offset: number;
}

const endBytes = 22;
const commentBytesMax = 65_535;
const recordBytes = 46;
const endMark = 0x06054b50;
const recordMark = 0x02014b50;

/** Reads the list of entries at the end of the package. Throws ZipRefused. */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): Directory {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const [disk, startDisk, countHere, count] = [4, 6, 8, 10].map((at) => view.getUint16(end + at, true));
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)
    throw new ZipRefused('unsupported', 'The package is in the Zip64 form. Pack it again as an ordinary zip.');
  if (disk !== 0 || startDisk !== 0 || countHere !== count)
    throw new ZipRefused('unsupported', 'The package is one part of several. Pack it again as a single file.');
  if (count !== undefined && count > limits.entriesMax) throw tooMany(count, limits);
  if (offset + size !== end) throw new ZipRefused('damaged', 'The list of files is not where the package says.');
  return { entries: readRecords(view, { offset, end, count: count ?? 0 }, limits), offset };
}

function tooMany(count: number, { entriesMax }: ZipLimits): ZipRefused {
  const message = `The package has ${count} entries; ${entriesMax} are allowed. Split it into several.`;
  return new ZipRefused('too_many_entries', message);
}

/** The end record reaches to the last byte: what stands behind it would be read by some programs and not by others. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - commentBytesMax);
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new ZipRefused('not_a_zip', 'The file is not a zip package, or its end is missing. Upload it again.');
}

interface Room {
  readonly offset: number;
  readonly end: number;
  readonly count: number;
}

function readRecords(view: DataView, { offset, end, count }: Room, limits: ZipLimits): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = offset;
  while (at < end) {
    if (entries.length === limits.entriesMax) throw tooMany(entries.length + 1, limits);
    if (at + recordBytes > end || view.getUint32(at, true) !== recordMark) throw brokenList();
    const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const next = at + recordBytes + nameBytes + extraBytes + commentBytes;
    if (next > end) throw brokenList();
    entries.push(readRecord(view, at, nameBytes));
    at = next;
  }
  if (entries.length !== count) throw brokenList();
  return entries;
}

function brokenList(): ZipRefused {
  return new ZipRefused('damaged', 'The list of files in the package is damaged. Pack it again.');
}

function readRecord(view: DataView, at: number, nameBytes: number): DirectoryEntry {
  const name = new Uint8Array(view.buffer, view.byteOffset + at + recordBytes, nameBytes);
  return {
    path: decodeName(name),
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    mode: view.getUint32(at + 38, true) >>> 16,
    offset: view.getUint32(at + 42, true),
  };
}

/** Many packers write UTF-8 without the flag that says so; what is no UTF-8 could be any of a dozen code pages. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    const shown = new TextDecoder('latin1').decode(name);
    throw new ZipRefused('unsafe_path', `The name “${shown}” is not UTF-8. Rename the file and pack again.`, shown);
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
