import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';

import { type AttemptRecord, believable, type GivenAnswer, type Paper } from './attempt.js';
import type { AttemptResponse, SubmitAttemptRequest } from './attempts.dto.js';
import { EndingsService } from './endings.service.js';
import { asStored, PapersService } from './papers.service.js';
import { ViewsService } from './views.service.js';

/** An attempt as its learner reads it, and its end by their hand. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly clock: Clock,
    private readonly papers: PapersService,
    private readonly endings: EndingsService,
    private readonly views: ViewsService,
  ) {}

  async read(learnerId: string, attemptId: string): Promise<AttemptResponse> {
    const record = await this.endings.whenOverdue(await this.endings.load(attemptId, learnerId));
    return this.views.view(await this.papers.of(record), record);
  }

  async submit(learnerId: string, attemptId: string, request: SubmitAttemptRequest): Promise<AttemptResponse> {
    const paper = await this.papers.ofLearner(attemptId, learnerId);
    const given = request?.answers ?? [];
    const now = this.clock.now();
    const answers = given.map((each) => ({
      ...each,
      answer: asStored(paper, each, 'invalid'),
      spentSeconds: believable(each.spentSeconds, paper, now),
    }));
    const ended = (await this.endings.endUntouched(paper, answers)) ?? (await this.endLoaded(paper, answers));
    return this.views.view(paper, ended);
  }

  private async endLoaded(paper: Paper, answers: readonly GivenAnswer[]): Promise<AttemptRecord> {
    return this.endings.end(await this.endings.load(paper.id, paper.learnerId), answers);
  }
}
