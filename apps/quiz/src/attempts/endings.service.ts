import { Injectable } from '@nestjs/common';
import { isPastDeadline } from '#libs/assessment';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { type AttemptRecord, type GivenAnswer, type Paper, untouched } from './attempt.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { AttemptBusy, AttemptWasVoided } from './attempts.errors.js';
import { loadAttempt } from './attempts.queries.js';
import { afterEnding, endingOf } from './ending.js';
import { EndingStoreService } from './ending-store.service.js';
import { PapersService } from './papers.service.js';

/** Each retry means that an answer was saved or the attempt ended in between; a learner has no more hands than this. */
const triesMax = 20;

/** How attempts end: by submission or by the clock, with one grade, whoever comes first. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly papers: PapersService,
    private readonly store: EndingStoreService,
    private readonly metrics: AttemptMetrics,
  ) {}

  /** Nobody sees an attempt open past its deadline: whoever looks first ends it. */
  async whenOverdue(record: AttemptRecord): Promise<AttemptRecord> {
    const isOver = record.state === 'in_progress' && isPastDeadline(record, this.clock.now());
    return isOver ? this.end(record, []) : record;
  }

  /** As `whenOverdue` for an attempt known by its id only. */
  async endOverdue(attemptId: string, learnerId: string): Promise<void> {
    await this.whenOverdue(await this.load(attemptId, learnerId));
  }

  /** Ends the attempt with what is saved and, if its time is not over, what came along. A repeat finds the same grade. */
  async end(loaded: AttemptRecord, given: readonly GivenAnswer[]): Promise<AttemptRecord> {
    let record = loaded;
    for (let tries = 0; tries < triesMax; tries += 1) {
      if (record.state === 'graded' || record.state === 'submitted') return record;
      if (record.state === 'voided') throw new AttemptWasVoided();
      const ended = await this.tryEnd(record, given);
      if (ended !== null) return ended;
      record = await this.load(record.id, record.learnerId);
    }
    throw new AttemptBusy();
  }

  /**
   * Ends an attempt that nobody is known to have saved an answer to, without reading it first: the statement itself refuses
   * if that is not so. Null then, or when it has ended already; a look at the row tells which.
   */
  async endUntouched(paper: Paper, given: readonly GivenAnswer[]): Promise<AttemptRecord | null> {
    return this.papers.isTouched(paper.id) ? null : this.tryEnd(untouched(paper), given);
  }

  /** @throws NotFound for a foreign attempt just as for one that does not exist. */
  async load(attemptId: string, learnerId: string): Promise<AttemptRecord> {
    const [record] = await loadAttempt(this.dataSource, [attemptId, learnerId]);
    if (record === undefined) throw new NotFound('attempt');
    return record;
  }

  /** Null when an answer was saved or the attempt ended since it was read: what was graded is not what is stored. */
  private async tryEnd(record: AttemptRecord, given: readonly GivenAnswer[]): Promise<AttemptRecord | null> {
    const paper = await this.papers.of(record);
    const ending = endingOf(paper, record, given, this.clock.now());
    const ended = await this.store.store(paper, record, ending);
    if (ended === null) return null;
    this.metrics.ended(ending);
    return afterEnding(record, ending, ended);
  }
}
