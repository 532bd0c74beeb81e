/** Pieces between the `*` of a pattern; `\*` is a star that means itself. One piece means that there is no wildcard. */
export function splitPattern(pattern: string): string[] {
  if (!pattern.includes('*')) return [pattern];
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '\\' && pattern[at + 1] === '*') {
      piece += '*';
      at += 1;
    } else if (pattern[at] === '*') {
      pieces.push(piece);
      piece = '';
    } else {
      piece += pattern[at];
    }
  }
  return [...pieces, piece];
}

/**
 * Whether the text is the pieces in order with anything in between. Taking each inner piece where it first fits is enough, so
 * the text is read once: no input makes this slower than linear, as a backtracking RegExp would be.
 */
export function matchesPieces(text: string, pieces: readonly string[]): boolean {
  const first = pieces[0]!; // a pattern has at least one piece
  const last = pieces.at(-1)!; // as above
  if (pieces.length <= 1) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = indexAfter(text, piece, at);
    if (at > end) return false;
  }
  return true;
}

/** Index just behind the first `piece` at or after `from`, Infinity when there is none (Knuth, Morris, Pratt: linear). */
function indexAfter(text: string, piece: string, from: number): number {
  const fallback = borders(piece);
  let matched = 0;
  for (let at = from; matched < piece.length; at += 1) {
    if (at >= text.length) return Infinity;
    while (matched > 0 && text[at] !== piece[matched]) matched = fallback[matched - 1]!; // matched - 1 is inside the piece
    if (text[at] === piece[matched]) matched += 1;
    if (matched === piece.length) return at + 1;
  }
  return from;
}

/** For each prefix of the piece, the length of its longest proper prefix that is also its end. */
function borders(piece: string): number[] {
  const lengths = [0];
  let length = 0;
  for (let at = 1; at < piece.length; at += 1) {
    while (length > 0 && piece[at] !== piece[length]) length = lengths[length - 1]!; // length - 1 is below at
    if (piece[at] === piece[length]) length += 1;
    lengths.push(length);
  }
  return lengths;
}
