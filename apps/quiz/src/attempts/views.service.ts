import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { loadAftermath } from './aftermath.queries.js';
import type { AttemptRecord, Paper } from './attempt.js';
import { viewAttempt } from './attempt-view.js';
import type { AttemptResponse } from './attempts.dto.js';
import { PapersService } from './papers.service.js';
import { type Aftermath, nothingSince } from './review.js';

/** What an attempt is at after its start and its end; anything later is a mark, a regrade or a voiding. */
const versionAtEnd = 2;

/** An attempt as its learner sees it, with what happened to it since it ended. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly papers: PapersService,
  ) {}

  async view(paper: Paper, record: AttemptRecord): Promise<AttemptResponse> {
    return viewAttempt(paper, record, { now: this.clock.now(), aftermath: await this.aftermath(paper, record) });
  }

  /** No round trip for an attempt that was left as it ended, as nearly all are. */
  private async aftermath(paper: Paper, record: AttemptRecord): Promise<Aftermath> {
    const isTouched =
      record.version > versionAtEnd ||
      record.responses.some(({ decidedShare, gradedVersion }) => decidedShare !== null || gradedVersion !== null);
    const [found] = isTouched ? await loadAftermath(this.dataSource, [paper.id]) : [];
    if (found === undefined) return nothingSince;
    return {
      regraded: await this.papers.regraded(paper, record),
      // In the order of their versions: the newest mark of a question is the one that stays.
      marks: new Map(found.marks.map((mark) => [mark.questionId, mark])),
      regrades: found.regrades.map((regrade) => ({ ...regrade, at: new Date(regrade.at) })),
    };
  }
}
