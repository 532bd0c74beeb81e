import { sourceOf, type Source, trimmed } from './source.js';

/** Lines between blank ones: a question, a category, or nothing but comments. */
export interface GiftBlock {
  /** Of the first line that is no comment. */
  readonly line: number;
  readonly source: Source;
  /** What comments say in brackets: `// [id:q1] [tag:algebra]`. */
  readonly id: string | null;
  readonly tags: readonly string[];
}

/** Cuts a file at its blank lines, in one pass. Blocks of comments only are left out. */
export function blocksOf(text: string): GiftBlock[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const blocks: GiftBlock[] = [];
  let start = 0;
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && /\S/.test(lines[index]!)) continue; // index < length
    const block = index > start ? blockOf(lines.slice(start, index), start + 1) : null;
    if (block) blocks.push(block);
    start = index + 1;
  }
  return blocks;
}

function blockOf(lines: readonly string[], number: number): GiftBlock | null {
  const isComment = (line: string) => line.trimStart().startsWith('//');
  const first = lines.findIndex((line) => !isComment(line));
  if (first === -1) return null;
  const notes = lines.filter(isComment).flatMap(notesIn);
  return {
    line: number + first,
    source: trimmed(sourceOf(lines.map((line) => (isComment(line) ? ' ' : line)).join('\n'))),
    id: notes.find(({ kind }) => kind === 'id')?.value ?? null,
    tags: notes.filter(({ kind }) => kind === 'tag').map(({ value }) => value),
  };
}

/** Bounded, so that a flood of beginnings without an end costs no more than its own length. */
const note = /\[(id|tag):((?:\\\]|[^\]]){1,255})\]/g;

function notesIn(comment: string): { kind: string; value: string }[] {
  return [...comment.matchAll(note)].map(([, kind = '', value = '']) => ({
    kind,
    value: value.replaceAll(String.raw`\]`, ']').trim(),
  }));
}

/** The comment that {@link blocksOf} reads as the same. */
export function commentFor(id: string, tags: readonly string[]): string {
  const notes = [{ kind: 'id', value: id }, ...tags.map((value) => ({ kind: 'tag', value }))];
  return `// ${notes.map(({ kind, value }) => `[${kind}:${value.replaceAll(']', String.raw`\]`)}]`).join(' ')}`;
}

/** The last level of a path such as `$course$/top/Chapter 1/Loops`; a level holds a slash as `//`. */
export function categoryTag(path: string): string | null {
  const levels = path.replaceAll('//', '\0').split('/');
  const names = levels.map((level) => level.replaceAll('\0', '/').trim());
  const last = names.findLast((name) => name !== '');
  return last === undefined || last === 'top' || /^\$\w+\$$/.test(last) ? null : last;
}
