import { type DirectoryEntry, readDirectory } from './directory.js';
import { locate, requireApart, unpack } from './entry-data.js';
import { hasArchiveName, isArchive, pathIdentity, pathProblem } from './entry-path.js';
import { ratioFreeBytes, zipLimits, type ZipLimits } from './limits.js';
import { type ZipRefusal, ZipRefused } from './zip-refusal.js';

/** Files by path, in the order of the package. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>;

export type ZipResult =
  { readonly ok: true; readonly files: ZipFiles } | { readonly ok: false; readonly refusal: ZipRefusal };

/**
 * Unpacks a package in memory, or says why it must not be: beyond the limits, with paths that lead out of it, links, encrypted,
 * nested, doubled or overlapping entries, or sizes that are not true. All of it is judged before the first byte is unpacked, and
 * what is unpacked is counted against what was announced.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipResult {
  try {
    return { ok: true, files: unpackAll(bytes, limits) };
  } catch (error) {
    if (error instanceof ZipRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Whether the bytes begin as packages do. */
export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function unpackAll(bytes: Uint8Array, limits: ZipLimits): ZipFiles {
  if (bytes.length > limits.packedBytesMax) {
    const message = `The package has ${bytes.length} bytes; ${limits.packedBytesMax} are allowed. Split it, or leave out large pictures.`;
    throw new ZipRefused('too_large', message);
  }
  const directory = readDirectory(bytes, limits);
  for (const entry of directory.entries) requireHarmless(entry);
  requireDistinct(directory.entries);
  requireModest(directory.entries, bytes.length, limits);
  const extents = directory.entries.map((entry) => locate(bytes, directory, entry));
  requireApart(extents);

  const files = new Map<string, Uint8Array>();
  for (const extent of extents) {
    const { path } = extent.entry;
    const content = unpack(bytes, extent);
    if (isArchive(content)) throw nested(path);
    if (!path.endsWith('/')) files.set(path, content);
  }
  return files;
}

const encrypted = 0x0001 | 0x0040 | 0x2000;
const typeMask = 0xf000;
const linkType = 0xa000;
const plainTypes = new Set([0, 0x8000, 0x4000]);

function requireHarmless({ path, flags, method, mode, packedBytes, unpackedBytes }: DirectoryEntry): void {
  const problem = pathProblem(path);
  if (problem) throw new ZipRefused('unsafe_path', `The path “${path}” ${problem}. Rename it and pack again.`, path);
  if ((flags & encrypted) !== 0)
    throw new ZipRefused('encrypted', `“${path}” is encrypted. Pack it again without a password.`, path);
  if (method !== 0 && method !== 8)
    throw new ZipRefused('unsupported', `“${path}” is packed by method ${method}. Pack it again with “deflate”.`, path);
  if ((mode & typeMask) === linkType)
    throw new ZipRefused('link', `“${path}” is a link. Put the file itself into the package.`, path);
  if (!plainTypes.has(mode & typeMask))
    throw new ZipRefused('link', `“${path}” is a device, not a file. Leave it out.`, path);
  if (hasArchiveName(path)) throw nested(path);
  const isFolder = path.endsWith('/');
  if ((isFolder && unpackedBytes > 0) || (method === 0 && packedBytes !== unpackedBytes))
    throw new ZipRefused('lying_size', `“${path}” is not as large as the package says. Pack it again.`, path);
}

function nested(path: string): ZipRefused {
  return new ZipRefused(
    'nested_archive',
    `“${path}” is a package inside of the package. Unpack it or leave it out.`,
    path,
  );
}

function requireDistinct(entries: readonly DirectoryEntry[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    const identity = pathIdentity(path);
    if (seen.has(identity))
      throw new ZipRefused('duplicate', `“${path}” is in the package twice. Leave one of them out.`, path);
    seen.add(identity);
  }
}

/** The announced sizes; `unpack` holds every entry to its own. */
function requireModest(entries: readonly DirectoryEntry[], packageBytes: number, limits: ZipLimits): void {
  let total = 0;
  for (const { path, packedBytes, unpackedBytes } of entries) {
    total += unpackedBytes;
    if (unpackedBytes > ratioFreeBytes && unpackedBytes > packedBytes * limits.ratioMax)
      throw tooDense(`“${path}” unpacks`, path, limits);
  }
  if (total > limits.unpackedBytesMax) {
    const message = `The package unpacks to ${total} bytes; ${limits.unpackedBytesMax} are allowed. Split it into several.`;
    throw new ZipRefused('too_large', message);
  }
  if (total > ratioFreeBytes && total > packageBytes * limits.ratioMax)
    throw tooDense('The package unpacks', null, limits);
}

function tooDense(subject: string, path: string | null, { ratioMax }: ZipLimits): ZipRefused {
  return new ZipRefused(
    'ratio',
    `${subject} to more than ${ratioMax} times its size, as zip bombs do. Leave it out.`,
    path,
  );
}
