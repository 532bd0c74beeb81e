import type { Typefaces, Weight } from './typefaces.js';

export interface Box {
  /** In the unit of the sizes. */
  readonly width: number;
  readonly weight: Weight;
  /** Sizes to try, largest first. */
  readonly sizes: readonly number[];
  readonly linesMax: number;
}

/** The largest size at which the text fits, and its lines; where even the smallest is too large, the last line ends in an ellipsis. */
export function fit(typefaces: Typefaces, text: string, box: Box): { size: number; lines: string[] } {
  for (const size of box.sizes) {
    const lines = breakLines(typefaces, text, { ...box, size });
    if (lines.length <= box.linesMax) return { size, lines };
  }
  const size = box.sizes.at(-1) ?? 10;
  const lines = breakLines(typefaces, text, { ...box, size });
  const kept = lines.slice(0, box.linesMax);
  const last = `${kept.pop() ?? ''} ${lines[box.linesMax] ?? ''}`;
  return { size, lines: [...kept, shortened(typefaces, last, { ...box, size })] };
}

interface Measure {
  readonly width: number;
  readonly weight: Weight;
  readonly size: number;
}

function breakLines(typefaces: Typefaces, text: string, style: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(typefaces, whole, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (typefaces.widthOf(longer, style) <= style.width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word that is wider than the line is cut: people do have such names, and some scripts write no blanks. */
function pieces(typefaces: Typefaces, word: string, style: Measure): string[] {
  if (typefaces.widthOf(word, style) <= style.width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && typefaces.widthOf(piece + letter, style) > style.width) {
      cut.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...cut, piece];
}

function shortened(typefaces: Typefaces, text: string, style: Measure): string {
  const letters = [...text];
  while (letters.length > 1 && typefaces.widthOf(`${letters.join('')}…`, style) > style.width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
