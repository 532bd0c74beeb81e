import { zipSync, type Zippable } from 'fflate';

import { hasArchiveName, pathIdentity, pathProblem } from './entry-path.js';

/** The first moment that a zip can name; the real one would make every package differ. */
const noMoment = new Date(1980, 0, 1);
const asOnUnix = 3;
const plainFile = 0o100644 << 16;

/**
 * Packs files so that the same files give the same bytes on every machine, in whatever order they come. Throws a RangeError for
 * a path that `readZip` would refuse.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const seen = new Set<string>();
  const zippable: Zippable = {};
  for (const path of [...files.keys()].toSorted()) {
    const problem = pathProblem(path) ?? (hasArchiveName(path) ? 'is that of an archive' : null);
    if (problem || path.endsWith('/') || seen.has(pathIdentity(path)))
      throw new RangeError(`Not a path for a package: “${path}” ${problem ?? 'is a folder, or stands twice'}.`);
    seen.add(pathIdentity(path));
    const options = { level: 9, mtime: noMoment, os: asOnUnix, attrs: plainFile } as const;
    zippable[path] = [files.get(path) ?? new Uint8Array(), options];
  }
  return zipSync(zippable);
}
