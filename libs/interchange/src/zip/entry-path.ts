const lengthMax = 240;
const depthMax = 16;

/** Why a name must not be used as a path inside of a package, or null. Folders end in `/`. */
export function pathProblem(path: string): string | null {
  if (path.length > lengthMax) return `is longer than ${lengthMax} characters`;
  // oxlint-disable-next-line no-control-regex -- control characters are what must be found
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'holds a control character';
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/')) return 'is absolute';
  if (/^[A-Za-z]:/.test(path)) return 'names a drive';
  const steps = path.replace(/\/$/, '').split('/');
  if (steps.some((step) => step === '..')) return 'leads out of the package (“..”)';
  if (steps.some((step) => step === '' || step === '.')) return 'has an empty step';
  if (steps.includes('__proto__')) return 'is reserved';
  return steps.length > depthMax ? `is more than ${depthMax} folders deep` : null;
}

/** Names that some file system would take for the same one. */
export function pathIdentity(path: string): string {
  return path.replace(/\/$/, '').normalize('NFC');
}

const archiveNames = /\.(?:zip|jar|war|tar|tgz|gz|bz2|xz|zst|7z|rar|cab|iso|imscc)$/i;

const archiveMarks: readonly { readonly at: number; readonly bytes: readonly number[] }[] = [
  { at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { at: 0, bytes: [0x1f, 0x8b] },
  { at: 0, bytes: [0x42, 0x5a, 0x68] },
  { at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { at: 0, bytes: [0x52, 0x61, 0x72, 0x21] },
  { at: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] },
];

export function hasArchiveName(path: string): boolean {
  return archiveNames.test(path);
}

/** Whether the content is an archive, whatever its name says. */
export function isArchive(content: Uint8Array): boolean {
  return archiveMarks.some(({ at, bytes }) => bytes.every((byte, index) => content[at + index] === byte));
}
