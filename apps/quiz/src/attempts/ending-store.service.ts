import { Injectable } from '@nestjs/common';
import { AttemptGraded, AttemptSubmitted } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { DataSource } from 'typeorm';

import type { AttemptRecord, Paper } from './attempt.js';
import type { Ending, GradedEnding, GradedResponse, SubmittedEnding, Surroundings } from './ending.js';
import { endAttempt, endRenewal, submitAttempt, submitRenewal } from './endings.queries.js';
import { RecountsService } from './recounts.service.js';

/** Writes the end of an attempt and announces it, in one statement. */
@Injectable()
export class EndingStoreService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly recounts: RecountsService,
  ) {}

  /** Null when the attempt ended or an answer was saved since the record was read. */
  async store(paper: Paper, record: AttemptRecord, ending: Ending): Promise<Surroundings | null> {
    const stored =
      ending.state === 'graded'
        ? await this.storeGraded(paper, record, ending)
        : await this.storeSubmitted(record, ending);
    if (stored !== null) this.outbox.wake();
    return stored;
  }

  private async storeGraded(paper: Paper, record: AttemptRecord, ending: GradedEnding): Promise<Surroundings | null> {
    const { aggregation, passMark } = paper.section.policy;
    const isExam = record.purpose === 'exam';
    const end = isExam ? endAttempt[aggregation] : endRenewal;
    const [ended] = await end(this.dataSource, [
      record.id,
      record.saves,
      ending.endedAt,
      ending.endedBy,
      ending.gradedAt,
      ending.score,
      ending.scoreMax,
      ending.percent,
      ending.hasPassed,
      responseRows(ending.responses),
      ...this.outbox.parameters(AttemptGraded, graded(record, ending)),
      ...(isExam && aggregation === 'mean' ? [passMark] : []),
    ]);
    if (ended === undefined) return null;
    // Rare: a later publication counts by another rule. A crash before the next line is mended by the next attempt.
    if (isExam && ended.aggregation !== aggregation) await this.adoptRule(paper);
    return ended;
  }

  private async storeSubmitted(record: AttemptRecord, ending: SubmittedEnding): Promise<Surroundings | null> {
    const submit = record.purpose === 'exam' ? submitAttempt : submitRenewal;
    const [ended] = await submit(this.dataSource, [
      record.id,
      record.saves,
      ending.endedAt,
      ending.endedBy,
      responseRows(ending.responses),
      ...this.outbox.parameters(AttemptSubmitted, submitted(record, ending)),
    ]);
    return ended ?? null;
  }

  private async adoptRule({ learnerId, sectionId, section }: Paper): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.recounts.adoptRule(manager, { sectionId, learnerIds: [learnerId] }, section.policy),
    );
  }
}

/** Named as the columns of the statement's record set. */
function responseRows(responses: readonly GradedResponse[]): string {
  return JSON.stringify(
    responses.map(({ questionId, sequence, answer, savedAt, spentSeconds, score, outcome }) => ({
      question_id: questionId,
      sequence,
      answer,
      saved_at: savedAt,
      spent_seconds: spentSeconds,
      score,
      outcome,
    })),
  );
}

function graded(record: AttemptRecord, ending: GradedEnding) {
  const { score, scoreMax, hasPassed, endedBy } = ending;
  return { ...announced(record), score, scoreMax, hasPassed, endedBy, gradedAt: ending.gradedAt.toISOString() };
}

function submitted(record: AttemptRecord, { endedBy, pendingCount, endedAt }: SubmittedEnding) {
  return { ...announced(record), endedBy, pendingCount, submittedAt: endedAt.toISOString() };
}

/** What every event of an attempt says, for the event that follows what the record has seen. */
export function announced(record: AttemptRecord) {
  const { id, version, learnerId, courseId, sectionId, publication, number } = record;
  const attempt = { attemptId: id, version: version + 1, learnerId, courseId, sectionId, publication, number };
  return { ...attempt, ...namedPurpose(record) };
}

/** Events say what an attempt is for where it is no exam. */
export function namedPurpose({ purpose }: Pick<AttemptRecord, 'purpose'>): { purpose?: 'renewal' } {
  return purpose === 'renewal' ? { purpose } : {};
}
