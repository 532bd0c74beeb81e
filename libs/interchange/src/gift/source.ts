/**
 * A piece of a GIFT file beside a copy of the same length in which escaped characters are blotted out: what is found in the copy is
 * meant as a mark. Searching it is linear, and nothing has to be replaced and put back.
 */
export interface Source {
  readonly raw: string;
  readonly marks: string;
}

const escaped = /\\[:#={}~n\\]/g;

export function sourceOf(raw: string): Source {
  return { raw, marks: raw.includes('\\') ? raw.replace(escaped, '\0\0') : raw };
}

export function cut({ raw, marks }: Source, from: number, to?: number): Source {
  return { raw: raw.slice(from, to), marks: marks.slice(from, to) };
}

/** Without white space at its ends; what is escaped stays. */
export function trimmed(source: Source): Source {
  const from = source.marks.length - source.marks.trimStart().length;
  return cut(source, from, Math.max(from, source.marks.trimEnd().length));
}

/** What stands before and after the first mark; null where there is none. */
export function splitAt(source: Source, mark: string): readonly [Source, Source] | null {
  const at = source.marks.indexOf(mark);
  return at === -1 ? null : [cut(source, 0, at), cut(source, at + mark.length)];
}

/** The pieces that begin with a mark; what stands before the first one is a piece if it is more than white space. */
export function piecesAt(source: Source, pattern: RegExp): Source[] {
  const starts = [...source.marks.matchAll(pattern)].map(({ index }) => index);
  const pieces = [0, ...starts].map((start, place) => trimmed(cut(source, start, starts[place])));
  return pieces.filter((piece, place) => place > 0 || piece.raw !== '');
}

/** The text as it is meant: `\n` is a line end, every other backslash before a mark goes. */
export function unescaped({ raw }: Source): string {
  if (!raw.includes('\\')) return raw.trim();
  return raw.replace(escaped, (pair) => (pair === String.raw`\n` ? '\n' : pair.slice(1))).trim();
}

/** Text in which nothing is a mark. */
export function escape(text: string): string {
  return text.replace(/[:#={}~\\]/g, String.raw`\$&`).replace(/\r?\n/g, String.raw`\n`);
}
