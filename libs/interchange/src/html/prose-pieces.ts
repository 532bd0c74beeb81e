/** A stretch of text as a reader of HTML sees it. `gap` holds the whole placeholder, formulas only what is between their marks. */
export interface ProsePiece {
  readonly kind: 'text' | 'gap' | 'formula' | 'display';
  readonly value: string;
}

/** Where a learner fills something in: `{{id}}`. */
export const gapPattern = '\\{\\{[A-Za-z0-9_-]{1,40}\\}\\}';

const marks = new RegExp(`\\\\\\(|\\\\\\[|\\$\\$|${gapPattern}`, 'g');
const closers: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$' };

/** Finds gaps and maths, `\(…\)`, `\[…\]` and `$$…$$`, in one pass: a mark that is never closed is looked for only once. */
export function prosePieces(text: string): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  const unclosed = new Set<string>();
  let taken = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (index < taken || unclosed.has(mark)) continue;
    const closer = closers[mark];
    const found = closer === undefined ? gapAt(mark, index) : formulaAt(text, index, closer);
    if (found === null) {
      unclosed.add(mark);
    } else if (found.piece.value !== '') {
      if (index > taken) pieces.push({ kind: 'text', value: text.slice(taken, index) });
      pieces.push(found.piece);
      taken = found.end;
    }
  }
  if (taken < text.length) pieces.push({ kind: 'text', value: text.slice(taken) });
  return pieces;
}

interface Found {
  readonly piece: ProsePiece;
  readonly end: number;
}

function gapAt(mark: string, index: number): Found {
  return { piece: { kind: 'gap', value: mark }, end: index + mark.length };
}

function formulaAt(text: string, index: number, closer: string): Found | null {
  const end = text.indexOf(closer, index + 2);
  if (end === -1) return null;
  const value = text
    .slice(index + 2, end)
    .replace(/\s+/g, ' ')
    .trim();
  return { piece: { kind: closer === '\\)' ? 'formula' : 'display', value }, end: end + 2 };
}
