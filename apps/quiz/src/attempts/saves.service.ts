import { Injectable } from '@nestjs/common';
import { saveAnswer } from '#libs/assessment';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { type AttemptRecord, believable, type GivenAnswer, inProgress, type Paper } from './attempt.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import type { SaveAnswerRequest, SavedAnswerResponse } from './attempts.dto.js';
import { AttemptAlreadyGraded, AttemptBusy, AttemptDeadlinePassed, AttemptWasVoided } from './attempts.errors.js';
import { saveResponse } from './attempts.queries.js';
import { EndingsService } from './endings.service.js';
import { asStored, PapersService } from './papers.service.js';

const triesMax = 5;

/** Keeps answers while an attempt is open. */
@Injectable()
export class SavesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly papers: PapersService,
    private readonly endings: EndingsService,
    private readonly metrics: AttemptMetrics,
  ) {}

  async save(learnerId: string, attemptId: string, given: SaveAnswerRequest & { questionId: string }) {
    const paper = await this.papers.ofLearner(attemptId, learnerId);
    const answer = asStored(paper, given, 'missing');
    const spentSeconds = believable(given.spentSeconds, paper, this.clock.now());
    for (let tries = 0; tries < triesMax; tries += 1) {
      const saved = await this.trySave(paper, { ...given, answer, spentSeconds });
      if (saved !== null) return saved;
    }
    throw new AttemptBusy();
  }

  private async trySave(paper: Paper, given: GivenAnswer): Promise<SavedAnswerResponse | null> {
    const { questionId, sequence, answer, spentSeconds } = given;
    const now = this.clock.now();
    const text = answer === null ? null : JSON.stringify(answer);
    const [saved] = await saveResponse(this.dataSource, [paper.id, questionId, sequence, text, now, spentSeconds]);
    if (saved === undefined) return this.whyNotSaved(paper, given, now);
    this.metrics.saved();
    this.papers.touch(paper.id);
    return { questionId, sequence, savedAt: saved.saved_at.toISOString() };
  }

  /** Nothing was written: the attempt takes no answers any more, or a newer one is stored. Null: neither holds by now. */
  private async whyNotSaved(paper: Paper, given: GivenAnswer, now: Date): Promise<SavedAnswerResponse | null> {
    const record = await this.endings.load(paper.id, paper.learnerId);
    refuseEnded(record);
    const known = record.responses.find((response) => response.questionId === given.questionId);
    const stored = known === undefined ? null : { ...known, savedAt: new Date(known.savedAt) };
    const outcome = saveAnswer(inProgress(paper), { ...given, stored }, now);
    if (outcome.state === 'refused') throw new AttemptDeadlinePassed();
    if (outcome.state === 'stored') return null;
    const { questionId, sequence, savedAt } = outcome.saved;
    return { questionId, sequence, savedAt: savedAt.toISOString() };
  }
}

function refuseEnded(record: AttemptRecord): void {
  if (record.state === 'voided') throw new AttemptWasVoided();
  if (record.state === 'graded' || record.state === 'submitted')
    throw record.endedBy === 'expired' ? new AttemptDeadlinePassed() : new AttemptAlreadyGraded();
}
