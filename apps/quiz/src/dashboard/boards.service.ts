import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { BoundedCache } from '../catalog/bounded-cache.js';
import { DashboardRevisions } from '../insights/dashboard-revisions.service.js';
import { changedMax, wholeMsMax } from '../insights/kept-learners.js';
import { Board } from './board.js';
import { quietlyChanged } from './board.queries.js';
import { readMatrix } from './matrix.queries.js';

/** Pairs of a learner and a section: some 400 bytes each, 60 MB, as five boards of 2,000 learners in 14 sections take. */
const cellsKeptMax = 150_000;
/** Saves of answers, names and who was active this week change no revision: they are looked for this often. */
const quietMsMax = 10_000;
/** Moments are written before their transaction ends, by clocks that differ. */
const slackMs = 60_000;

export interface BoardOf {
  readonly cohortId: string;
  readonly courseId: string;
}

/** What is known of a cohort before its figures are read. */
export interface Seen {
  readonly revision: string;
  /** Learners something was announced about that the revision does not count yet; null is everybody. */
  readonly pending: readonly string[] | null;
}

interface Kept {
  readonly board: Board;
  /** Milliseconds since 1970: when changes without a revision were looked for, and when everything was read. */
  readonly quietAt: number;
  readonly wholeAt: number;
}

/**
 * The boards at work in this process. A board is read once, and then only the learners whose figures changed: what it costs
 * to be up to date does not grow with the cohort, nor with its attempts.
 */
@Injectable()
export class BoardsService {
  private readonly boards = new BoundedCache<Kept>(cellsKeptMax, ({ board }) => board.cellCount);
  private readonly looking = new Map<string, Promise<Board>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly revisions: DashboardRevisions,
  ) {}

  /** The figures as of `seen` or newer. Whoever asks for what is being read waits for the same reading. */
  async read(of: BoardOf, seen: Seen): Promise<Board> {
    // What is not announced to all yet may be newer than a reading that is under way.
    if (seen.pending?.length !== 0) return this.look(of, seen);
    const known = this.boards.get(of.cohortId);
    const isQuiet = known && this.ageOf(known.quietAt) < quietMsMax;
    if (isQuiet && known.board.figures.revision === seen.revision) return known.board;
    const key = `${of.cohortId} ${seen.revision}`;
    const underWay = this.looking.get(key);
    if (underWay !== undefined) return underWay;
    const looking = this.look(of, seen).finally(() => this.looking.delete(key));
    this.looking.set(key, looking);
    return looking;
  }

  private async look(of: BoardOf, seen: Seen): Promise<Board> {
    const now = this.clock.now();
    const about = { cohortId: of.cohortId, revision: seen.revision, now };
    const known = this.boards.get(of.cohortId);
    const exchanged = known && (await this.exchange(of, known, { seen, now }));
    if (exchanged) return this.keep(of, exchanged);
    const board = Board.of(await readMatrix(this.dataSource, of), about, known?.board);
    return this.keep(of, { board, quietAt: now.getTime(), wholeAt: now.getTime() });
  }

  /** What is kept, with the rows of those who changed; null when everybody has to be read. */
  private async exchange(of: BoardOf, known: Kept, { seen, now }: { seen: Seen; now: Date }): Promise<Kept | null> {
    if (this.ageOf(known.wholeAt) >= wholeMsMax) return null;
    const announced = await this.announced(of.cohortId, known.board.figures.revision, seen);
    if (announced === null) return null;
    const isQuiet = this.ageOf(known.quietAt) < quietMsMax;
    const quietly = isQuiet ? [] : await this.changedQuietly(of, known.quietAt);
    const changed = [...new Set([...announced, ...quietly])];
    if (changed.length > changedMax) return null;
    const matrix = await readMatrix(this.dataSource, { ...of, learnerIds: changed });
    const board = known.board.with(matrix, changed, { cohortId: of.cohortId, revision: seen.revision, now });
    return board && { board, quietAt: isQuiet ? known.quietAt : now.getTime(), wholeAt: known.wholeAt };
  }

  private async announced(cohortId: string, since: string, { revision, pending }: Seen): Promise<string[] | null> {
    if (pending === null) return null;
    if (since === revision) return [...pending];
    const changed = await this.revisions.changedSince(cohortId, since, changedMax);
    return changed && [...changed, ...pending];
  }

  private async changedQuietly({ cohortId, courseId }: BoardOf, since: number): Promise<string[]> {
    const found = await quietlyChanged(this.dataSource, [
      cohortId,
      courseId,
      new Date(since - slackMs),
      changedMax + 1,
    ]);
    return found.map(({ learnerId }) => learnerId);
  }

  private ageOf(moment: number): number {
    return Math.abs(this.clock.now().getTime() - moment);
  }

  private keep({ cohortId }: BoardOf, kept: Kept): Board {
    this.boards.set(cohortId, kept);
    return kept.board;
  }
}
