import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { CatalogService } from '../catalog/catalog.service.js';
import { QuestionVersionsService } from '../catalog/question-versions.service.js';
import { liveOutline, lockLearners, readAttempts, readCircumstances } from './batches.queries.js';
import { type BatchAttempt, changesOf, countsOfPaper, isRegraded, type Judged, type LearnerChange } from './batch.js';
import { type Counts, sumOf } from './counts.js';
import { type EndedPaper, isSettled, regradePaper, type Regrading } from './regrade.js';
import type { RegradeRow } from './regrades.queries.js';

export interface Batch {
  readonly learners: readonly LearnerChange[];
  readonly counts: Counts;
  /** Attempts that have ended, with the question or without it. */
  readonly ended: number;
}

/** Works out what a regrade means for a few learners; a dry run and the regrade itself ask the same. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly versions: QuestionVersionsService,
  ) {}

  /** With the attempts and the progress locked where it is going to be written. */
  async workOut(
    manager: EntityManager,
    job: RegradeRow,
    { learnerIds, isLocked }: { learnerIds: readonly string[]; isLocked: boolean },
  ): Promise<Batch> {
    const { sectionId, questionId, fromVersions } = job;
    if (isLocked) await lockLearners(manager, { sectionId, learnerIds });
    const attempts = await readAttempts(manager, { sectionId, questionId, fromVersions, learnerIds });
    const judged = await this.judge(job, attempts);
    const learners = await this.changes(manager, job, judged);
    return {
      learners,
      counts: sumOf([...judged.map(countsOfPaper), ...learners.map(({ counts }) => counts)]),
      ended: attempts.filter(({ state }) => state === 'submitted' || state === 'graded').length,
    };
  }

  /** Whether the attempt is as these regrades leave it, one after the other. */
  async isSettled(
    manager: EntityManager,
    jobs: readonly RegradeRow[],
    { attemptId, learnerId }: { attemptId: string; learnerId: string },
  ): Promise<boolean> {
    const [first] = jobs;
    if (first === undefined) return true;
    const attempts = await readAttempts(manager, { ...first, learnerIds: [learnerId] });
    const attempt = attempts.find(({ id }) => id === attemptId);
    const questions = new Map<string, Question>();
    const paper = attempt === undefined ? null : await this.paperOf(first, attempt, questions);
    if (paper === null) return true;
    const regradings = [];
    for (const job of jobs) regradings.push(await this.regradingOf(job, questions));
    return isSettled(paper, regradings, (id, version) => questions.get(`${id}@${version}`)!); // all are gathered
  }

  private async judge(job: RegradeRow, attempts: readonly BatchAttempt[]): Promise<Judged[]> {
    const questions = new Map<string, Question>();
    const regrading = await this.regradingOf(job, questions);
    const questionOf = (id: string, version: number) => questions.get(`${id}@${version}`)!; // gathered by paperOf
    const judged: Judged[] = [];
    for (const attempt of attempts) {
      const paper = await this.paperOf(job, attempt, questions);
      judged.push({
        attempt,
        paper: paper === null ? { outcome: 'absent' } : regradePaper(paper, regrading, questionOf),
      });
    }
    return judged;
  }

  private async regradingOf(job: RegradeRow, questions: Map<string, Question>): Promise<Regrading> {
    const { sectionId, questionId, toVersion, fromVersions, policy } = job;
    const replacement = await this.versions.question(sectionId, questionId, toVersion);
    questions.set(`${questionId}@${toVersion}`, replacement);
    return { questionId, fromVersions, replacement, policy };
  }

  /** Null for an attempt that the regrade does not hold for. */
  private async paperOf(
    { courseId, sectionId }: RegradeRow,
    { state, places, responses, publication }: BatchAttempt,
    questions: Map<string, Question>,
  ): Promise<EndedPaper | null> {
    if (places === null || responses === null || (state !== 'submitted' && state !== 'graded')) return null;
    const section = await this.catalog.section(courseId, publication, sectionId);
    const paper = { state, places, responses, passMark: section.policy.passMark };
    await this.gather({ sectionId, paper, onPaper: section.questions }, questions);
    return paper;
  }

  /** Every question of the paper in the version that grades it. */
  private async gather(
    { sectionId, paper, onPaper }: { sectionId: string; paper: EndedPaper; onPaper: readonly Question[] },
    questions: Map<string, Question>,
  ): Promise<void> {
    const graded = new Map(paper.responses.map((response) => [response.questionId, response.gradedVersion]));
    for (const place of paper.places) {
      const wanted = { id: place.questionId, version: graded.get(place.questionId) ?? place.version };
      const key = `${wanted.id}@${wanted.version}`;
      if (questions.has(key)) continue;
      const isIt = (question: Question) => question.id === wanted.id && question.version === wanted.version;
      questions.set(key, onPaper.find(isIt) ?? (await this.versions.question(sectionId, wanted.id, wanted.version)));
    }
  }

  /** Of the learners of whom anything is to be written. */
  private async changes(manager: EntityManager, job: RegradeRow, judged: readonly Judged[]): Promise<LearnerChange[]> {
    const { courseId, sectionId, credentials: onLoss } = job;
    const affected = new Map([...byLearner(judged)].filter(([, own]) => own.some(isRegraded)));
    if (affected.size === 0) return [];
    const outline = await liveOutline(manager, courseId);
    const found = await readCircumstances(manager, job, [...affected.keys()]);
    const now = this.clock.now();
    const learners: LearnerChange[] = [];
    for (const { learnerId, ...circumstances } of found) {
      const own = affected.get(learnerId) ?? [];
      // As everywhere the policy of the newest publication that they took the section in.
      const newest = own.at(-1)!; // at least one of them was regraded
      const { policy } = await this.catalog.section(courseId, newest.attempt.publication, sectionId);
      const rule = { aggregation: policy.aggregation, passMark: policy.passMark };
      learners.push({ learnerId, ...changesOf(own, circumstances, { sectionId, rule, outline, onLoss, now }) });
    }
    return learners;
  }
}

function byLearner(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const { learnerId } = each.attempt;
    groups.set(learnerId, [...(groups.get(learnerId) ?? []), each]);
  }
  return groups;
}
