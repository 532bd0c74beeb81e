import { type Figures, isSameRow } from '../dashboard/board.js';
import type { LearnerRow } from '../dashboard/matrix.js';
import { eventText } from './event-text.js';
import { type FiguresTold, hasSameSections, hasSameSums } from './figures.js';

/** Bytes for every stream that stands at the same place; made once. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
  /** Where a reader stands who has taken it. */
  readonly position: number;
}

/** Revisions that a reader may come back with and be told just what is new, without a question to the database. */
const revisionsKept = 500;
/** Who left is forgotten after so many others: a reader as old as that gets everything. */
const leftKept = 5_000;

/**
 * The figures of one watched cohort in this process, and since when each row is as it is. Positions count the changes
 * that this process saw; revisions are what all replicas agree on.
 */
export class Feed {
  private position = 1;
  /** Readers before it get everything: what they have does not fit any more. */
  private firstPosition = 1;
  private readonly rowPositions = new Map<string, number>();
  private readonly leftPositions = new Map<string, number>();
  private readonly positions = new Map<string, number>();
  private readonly chunks = new Map<string, Chunk>();

  constructor(private figures: Figures) {
    this.positions.set(figures.revision, this.position);
  }

  get revision(): string {
    return this.figures.revision;
  }

  get place(): number {
    return this.position;
  }

  /**
   * Takes newer figures. Learners that were `touched` between the revisions count as new even when this process knew
   * their rows already: another replica may have shown the older revision with the older rows. Null is everybody.
   * @returns the rows that are new; null when nothing is.
   */
  advance(next: Figures, touched: readonly string[] | null): readonly LearnerRow[] | null {
    const before = this.figures;
    const changed = this.changedRows(next, touched);
    const here = new Set(next.learners.map(({ learnerId }) => learnerId));
    const left = before.learners.filter(({ learnerId }) => !here.has(learnerId));
    const isReshaped = !hasSameSections(before, next);
    this.figures = next;
    if (changed.length === 0 && left.length === 0 && !isReshaped && hasSameSums(before, next)) {
      this.note(next.revision);
      return null;
    }
    this.position += 1;
    if (isReshaped) this.firstPosition = this.position;
    for (const { learnerId } of changed) {
      this.rowPositions.set(learnerId, this.position);
      this.leftPositions.delete(learnerId);
    }
    for (const { learnerId } of left) {
      this.rowPositions.delete(learnerId);
      this.leftPositions.set(learnerId, this.position);
    }
    if (this.leftPositions.size > leftKept) {
      this.leftPositions.clear();
      this.firstPosition = this.position;
    }
    this.chunks.clear();
    this.note(next.revision);
    return changed;
  }

  /** Where a reader stands who has the figures of this revision; null when this process cannot know. */
  positionOf(revision: string): number | null {
    return this.positions.get(revision) ?? null;
  }

  /** What a reader at this place needs; null when that is all there is. */
  since(position: number): Chunk | null {
    return position >= this.position ? null : this.chunk(position);
  }

  whole(): Chunk {
    return this.chunk(0);
  }

  /** Also when nothing is new: the sums and the time, so that a reader who comes back knows that it is up to date. */
  chunk(position: number, touched: ReadonlySet<string> = new Set()): Chunk {
    const isWhole = position < this.firstPosition;
    const key = isWhole ? 'whole' : `${position} ${[...touched].join()}`;
    const known = this.chunks.get(key);
    if (known !== undefined) return known;
    const chunk = this.write(isWhole ? null : position, touched);
    this.chunks.set(key, chunk);
    return chunk;
  }

  private write(position: number | null, touched: ReadonlySet<string>): Chunk {
    const { cohortId, revision, asOf, totals, sections, learners } = this.figures;
    const isNew = ({ learnerId }: LearnerRow) =>
      position === null || touched.has(learnerId) || (this.rowPositions.get(learnerId) ?? 0) > position;
    const data: FiguresTold = {
      cohortId,
      revision,
      asOf,
      isWhole: position === null,
      totals,
      sections,
      learners: learners.filter(isNew),
      left: position === null ? [] : this.leftSince(position, touched),
    };
    return {
      bytes: Buffer.from(eventText({ event: 'figures', id: revision, data })),
      isWhole: data.isWhole,
      position: this.position,
    };
  }

  private leftSince(position: number, touched: ReadonlySet<string>): string[] {
    const here = new Set(this.figures.learners.map(({ learnerId }) => learnerId));
    const left = [...this.leftPositions].flatMap(([learnerId, at]) => (at > position ? [learnerId] : []));
    return [...new Set([...left, ...[...touched].filter((learnerId) => !here.has(learnerId))])];
  }

  private changedRows(next: Figures, touched: readonly string[] | null): LearnerRow[] {
    const before = new Map(this.figures.learners.map((row) => [row.learnerId, row]));
    const named = new Set(touched);
    return next.learners.filter((row) => {
      const known = before.get(row.learnerId);
      return touched === null || known === undefined || named.has(row.learnerId) || !isSameRow(known, row);
    });
  }

  /** A revision keeps the place at which it was met first: whoever has it may have those rows only. */
  private note(revision: string): void {
    if (this.positions.has(revision)) return;
    this.positions.set(revision, this.position);
    const oldest = this.positions.keys().next();
    if (this.positions.size > revisionsKept && !oldest.done) this.positions.delete(oldest.value);
  }
}
