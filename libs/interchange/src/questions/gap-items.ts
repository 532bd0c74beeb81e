import type { ListItem } from '../markdown/block.js';
import type { Line } from '../markdown/lines.js';

const start = /^\{\{([A-Za-z0-9_-]{1,40})\}\}(?::\s*(.*)|\s+(\{.*\})\s*|\s*)$/;

/** What the list below a cloze says of one gap. */
export interface GapItem {
  readonly line: number;
  readonly id: string;
  /** In braces behind the id. */
  readonly braces: string;
  /** The answers, as they would stand below a question. */
  readonly lines: readonly Line[];
}

/** Whether an item defines a gap: `- {{id}}: answer`, or `- {{id}}` with answers or options below. */
export function isGapItem(item: ListItem): boolean {
  return start.test(item.lines[0]?.text ?? '');
}

export function readGapItem({ line, lines }: ListItem): GapItem | null {
  const [first, ...others] = lines;
  const [, id, answer, braces = ''] = start.exec(first?.text ?? '') ?? [];
  if (!first || id === undefined) return null;
  const own = answer === undefined ? [] : [{ ...first, text: `Answer: ${answer}` }];
  return { line, id, braces, lines: [...own, ...others] };
}
