import { createHash } from 'node:crypto';

import {
  type Cell,
  dashboardOf,
  type LearnerRow,
  type Matrix,
  type SectionFacts,
  type Standing,
  standingsOf,
} from './matrix.js';

/** A dashboard as it is sent. */
export type Figures = ReturnType<typeof dashboardOf>;

/**
 * The figures of a cohort as this process knows them. A learner whose figures are the same keeps the same row, so that neither
 * the text of a row nor its digest is made twice.
 */
export class Board {
  private readonly places: ReadonlyMap<string, number>;

  private constructor(
    readonly figures: Figures,
    private readonly sections: readonly SectionFacts[],
    private readonly standings: readonly Standing[],
  ) {
    this.places = new Map(standings.map(({ row }, at) => [row.learnerId, at]));
  }

  /** The revision was read before the matrix: the figures are as new or newer. `known` gives rows that are the same. */
  static of(matrix: Matrix, about: About, known?: Board): Board {
    const standings = standingsOf(matrix).map((standing) => known?.kept(standing) ?? standing);
    return Board.from(matrix.sections.map(factsOf), standings, about);
  }

  private static from(sections: readonly SectionFacts[], standings: readonly Standing[], about: About): Board {
    return new Board(dashboardOf({ sections, standings }, about), sections, standings);
  }

  /**
   * With these learners as the matrix has them. Null when that does not tell the whole: somebody came, left or has another
   * name, which is another order, or there are other sections.
   */
  with({ learners, sections }: Matrix, asked: readonly string[], about: About): Board | null {
    if (!isSameList(sections, this.sections, ({ id }) => id)) return null;
    const found = standingsOf({ learners, sections });
    const here = asked.filter((learnerId) => this.places.has(learnerId));
    if (here.length !== found.length) return null;
    const standings = [...this.standings];
    for (const standing of found) {
      const place = this.places.get(standing.row.learnerId);
      if (place === undefined || this.standings[place]?.row.displayName !== standing.row.displayName) return null;
      standings[place] = this.kept(standing);
    }
    return Board.from(sections.map(factsOf), standings, about);
  }

  get cellCount(): number {
    return this.standings.length * Math.max(1, this.sections.length);
  }

  /** Equal where everything but the moment of reading and the revision is: the sums, and a digest of each row. */
  identity(): Buffer {
    return Buffer.concat([this.beginning(), ...this.figures.learners.map((row) => writtenOf(row).digest)]);
  }

  /** As `JSON.stringify` of the figures: put together from the texts of the rows. */
  json(): Buffer {
    const { asOf, revision, learners } = this.figures;
    const moment = Buffer.from(`${JSON.stringify({ asOf, revision }).slice(0, -1)},`);
    const rows = learners.map((row) => writtenOf(row).text);
    // Each row brings the comma before it; the first has none.
    if (rows[0] !== undefined) rows[0] = rows[0].subarray(1);
    return Buffer.concat([moment, this.beginning(), ...rows, end]);
  }

  private beginning(): Buffer {
    const { asOf: _asOf, revision: _revision, learners: _learners, ...sums } = this.figures;
    return Buffer.from(`${JSON.stringify(sums).slice(1, -1)},"learners":[`);
  }

  private kept(standing: Standing): Standing {
    const place = this.places.get(standing.row.learnerId);
    const known = place === undefined ? undefined : this.standings[place];
    return known !== undefined && isSameRow(known.row, standing.row) ? { ...standing, row: known.row } : standing;
  }
}

interface About {
  readonly cohortId: string;
  readonly revision: string;
  readonly now: Date;
}

const end = Buffer.from(']}');

/** A row as bytes, with the comma before it. Megabytes of text are encoded once, not with each change of a cohort. */
interface Written {
  readonly text: Buffer;
  readonly digest: Buffer;
}

const written = new WeakMap<LearnerRow, Written>();

function writtenOf(row: LearnerRow): Written {
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = Buffer.from(`,${JSON.stringify(row)}`);
  const made = { text, digest: createHash('sha256').update(text).digest() };
  written.set(row, made);
  return made;
}

function factsOf({ id, title, position, dueAt }: SectionFacts): SectionFacts {
  return { id, title, position, dueAt };
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[], key: (item: Item) => string): boolean {
  return one.length === other.length && one.every((item, at) => key(item) === key(other[at]!)); // of the same length
}

/** Field by field: thousands of rows are compared with each reading of a whole cohort. */
export function isSameRow(one: LearnerRow, other: LearnerRow): boolean {
  if (one === other) return true;
  return (
    one.learnerId === other.learnerId &&
    one.displayName === other.displayName &&
    one.sectionsPassed === other.sectionsPassed &&
    one.lastActivityAt === other.lastActivityAt &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => isSameCell(cell, other.cells[at]!)) // of the same length
  );
}

type ShownCell = Cell & { readonly lastActivityAt: string | null };

function isSameCell(one: ShownCell, other: ShownCell): boolean {
  return (
    one.sectionId === other.sectionId &&
    one.state === other.state &&
    one.percent === other.percent &&
    one.attempts === other.attempts &&
    one.lastActivityAt === other.lastActivityAt
  );
}
