import { Injectable } from '@nestjs/common';
import { type Answer, parseAnswer, saveAnswer } from '#libs/assessment';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { type AttemptRecord, type GivenAnswer, inProgress, type Paper } from './attempt.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { viewAttempt } from './attempt-view.js';
import type { AttemptResponse, SaveAnswerRequest, SavedAnswerResponse, SubmitAttemptRequest } from './attempts.dto.js';
import {
  AnswerInvalid,
  AttemptAlreadyGraded,
  AttemptBusy,
  AttemptDeadlinePassed,
  AttemptWasVoided,
  QuestionNotInPaper,
} from './attempts.errors.js';
import { saveResponse } from './attempts.queries.js';
import { EndingsService } from './endings.service.js';
import { PapersService } from './papers.service.js';

const triesMax = 5;

/** What a learner does with an attempt once it is started. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly papers: PapersService,
    private readonly endings: EndingsService,
    private readonly metrics: AttemptMetrics,
  ) {}

  async read(learnerId: string, attemptId: string): Promise<AttemptResponse> {
    const record = await this.endings.whenOverdue(await this.endings.load(attemptId, learnerId));
    return viewAttempt(await this.papers.of(record), record, this.clock.now());
  }

  async save(learnerId: string, attemptId: string, given: SaveAnswerRequest & { questionId: string }) {
    const paper = await this.papers.ofLearner(attemptId, learnerId);
    const answer = asStored(paper, given, 'missing');
    for (let tries = 0; tries < triesMax; tries += 1) {
      const saved = await this.trySave(paper, { ...given, answer });
      if (saved !== null) return saved;
    }
    throw new AttemptBusy();
  }

  async submit(learnerId: string, attemptId: string, request: SubmitAttemptRequest): Promise<AttemptResponse> {
    const paper = await this.papers.ofLearner(attemptId, learnerId);
    const given = request?.answers ?? [];
    const answers = given.map((each) => ({ ...each, answer: asStored(paper, each, 'invalid') }));
    const ended = (await this.endings.endUntouched(paper, answers)) ?? (await this.endLoaded(paper, answers));
    return viewAttempt(paper, ended, this.clock.now());
  }

  private async endLoaded(paper: Paper, answers: readonly GivenAnswer[]): Promise<AttemptRecord> {
    return this.endings.end(await this.endings.load(paper.id, paper.learnerId), answers);
  }

  private async trySave(paper: Paper, given: GivenAnswer): Promise<SavedAnswerResponse | null> {
    const { questionId, sequence, answer } = given;
    const now = this.clock.now();
    const text = answer === null ? null : JSON.stringify(answer);
    const [saved] = await saveResponse(this.dataSource, [paper.id, questionId, sequence, text, now]);
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
  if (record.state === 'graded')
    throw record.endedBy === 'expired' ? new AttemptDeadlinePassed() : new AttemptAlreadyGraded();
}

/** The answer with the author's option ids. Whether it is right plays no part. */
function asStored(paper: Paper, given: GivenAnswer, kind: 'missing' | 'invalid'): Answer | null {
  const item = paper.items.get(given.questionId);
  if (item === undefined) throw new QuestionNotInPaper(kind);
  if (given.answer === null) return null;
  const parsed = parseAnswer(item, given.answer);
  if ('answer' in parsed) return parsed.answer;
  const { pointer, detail } = parsed.problem;
  throw new AnswerInvalid('The answer does not fit the question.', [{ pointer: `/answer${pointer}`, detail }]);
}
