import { Injectable } from '@nestjs/common';
import { type Mark, shareOfMark } from '#libs/assessment';
import { Clock, type Principal, requireVersion } from '#libs/platform';
import { DataSource } from 'typeorm';

import { AttemptMetrics } from '../attempts/attempt-metrics.service.js';
import { DecisionsService } from '../attempts/decisions.service.js';
import type { Essay } from './markable.js';
import type { MarkRequest, MarkResponse } from './marking.dto.js';
import { MarkInvalid } from './marking.errors.js';
import { markableIn, MarkingService } from './marking.service.js';
import { findMark, insertMark } from './marks.queries.js';

interface Marked {
  readonly attemptId: string;
  readonly questionId: string;
  /** Of the mark that the marker saw; 0 where there was none. */
  readonly version: number;
}

/** Marks, the first of an answer and later ones: two markers at once never overwrite each other unseen. */
@Injectable()
export class MarksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly marking: MarkingService,
    private readonly decisions: DecisionsService,
    private readonly metrics: AttemptMetrics,
  ) {}

  async mark(by: Principal, { attemptId, questionId, version }: Marked, request: MarkRequest): Promise<MarkResponse> {
    // Refuses early, and reads the paper now: the transaction below then asks for no second connection.
    await this.marking.requireEssay(by, await this.decisions.read(attemptId), questionId);
    const { view, grade } = await this.dataSource.transaction(async (manager) => {
      const decidable = await this.decisions.lock(manager, attemptId);
      const essay = await this.marking.requireEssay(by, decidable, questionId, manager);
      const markable = markableIn(decidable, essay);
      requireVersion(version, (await findMark(manager, attemptId, questionId))?.version ?? 0);
      const share = shareOf(essay, request);
      await insertMark(manager, {
        attemptId,
        questionId,
        version: version + 1,
        share: share.toString(),
        levels: request.levels ?? null,
        comment: request.comment || null,
        markedBy: by.id,
        markedAt: this.clock.now(),
      });
      const grade = await this.decisions.decide(manager, decidable!, { questionId, share }); // a missing one has no essay
      return { grade, view: await this.marking.view(decidable!, markable, manager) }; // as above
    });
    this.metrics.marked(version === 0 ? 'first' : 'again');
    if (grade !== null) this.metrics.graded(grade);
    return view;
  }
}

function shareOf(essay: Essay, { levels, share }: MarkRequest) {
  const mark: Mark = levels === undefined ? { share: share ?? '' } : { levels };
  const decided = shareOfMark(essay, mark);
  if ('problem' in decided) throw new MarkInvalid(decided.problem);
  return decided.share;
}
