/** A line of the file, freed of the marks of the containers around it (`>` and list indents). */
export interface Line {
  readonly text: string;
  /** Counted from 1 in the file, whatever containers the line stands in. */
  readonly number: number;
}

const tabStop = 4;

/** Cuts a text into lines, whatever its line ends; a byte order mark is not part of the first one. */
export function toLines(text: string): Line[] {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unified
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({ text: line, number: index + 1 }));
}

export function sourceOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}

export function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const isText = (line: Line) => !isBlank(line.text);
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}

export function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

/** Columns of white space before the first character; a tab runs to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === ' ') column += 1;
    else if (line[index] === '\t') column += tabStop - (column % tabStop);
    else break;
  }
  return column;
}

/** Removes up to `columns` of leading white space; what is left of a tab that is cut in two becomes blanks. */
export function withoutIndent(line: string, columns: number): string {
  if (columns === 0 || (line[0] !== ' ' && line[0] !== '\t')) return line;
  let column = 0;
  let index = 0;
  while (column < columns && (line[index] === ' ' || line[index] === '\t')) {
    column += line[index] === '\t' ? tabStop - (column % tabStop) : 1;
    index += 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(index);
}
