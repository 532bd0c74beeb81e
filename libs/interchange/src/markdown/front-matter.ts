import type { Line } from './lines.js';

export interface FrontMatter {
  readonly isPresent: boolean;
  readonly title: string | null;
  readonly summary: string | null;
  /** What follows it. */
  readonly lines: readonly Line[];
}

const linesMax = 200;

/** Takes off the lines between `---` (or `+++`) at the top of a file, which tell other programs about it. */
export function splitFrontMatter(lines: readonly Line[]): FrontMatter {
  const mark = lines[0]?.text.trimEnd();
  const end = mark === '---' || mark === '+++' ? closingLine(lines, mark) : -1;
  if (end === -1) return { isPresent: false, title: null, summary: null, lines };
  const inside = lines.slice(1, end);
  return {
    isPresent: true,
    title: valueOf(inside, /^title\s*[:=]/i),
    summary: valueOf(inside, /^(?:description|summary)\s*[:=]/i),
    lines: lines.slice(end + 1),
  };
}

function closingLine(lines: readonly Line[], mark: string): number {
  return lines.slice(0, linesMax).findIndex(({ text }, index) => index > 0 && text.trimEnd() === mark);
}

function valueOf(lines: readonly Line[], name: RegExp): string | null {
  const line = lines.find(({ text }) => name.test(text));
  const value = line?.text
    .replace(name, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return value ? value : null;
}
