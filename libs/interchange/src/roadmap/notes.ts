import type { Note } from './roadmap.js';

/** Enough to mend a roadmap by; beyond it, how many more there are says all. */
const notesMax = 500;

/** Gathers what there is to say about a file, in the order of its lines and bounded in number. */
export class Notes {
  private readonly notes: Note[] = [];

  info(line: number, kind: string, message: string): void {
    this.notes.push({ line, kind, severity: 'info', message });
  }

  warning(line: number, kind: string, message: string): void {
    this.notes.push({ line, kind, severity: 'warning', message });
  }

  inOrder(): Note[] {
    const notes = this.notes.toSorted((a, b) => a.line - b.line);
    if (notes.length <= notesMax) return notes;
    const kept = notes.slice(0, notesMax);
    const message = `There are ${notes.length - notesMax} more notes below this line.`;
    return [...kept, { line: kept.at(-1)?.line ?? 1, kind: 'more_notes', severity: 'warning', message }];
  }
}
