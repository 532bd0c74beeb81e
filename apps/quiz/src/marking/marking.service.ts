import { Injectable } from '@nestjs/common';
import { Rational } from '#libs/assessment';
import { hasRole, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { type Decidable, DecisionsService } from '../attempts/decisions.service.js';
import { OwnershipService } from '../catalog/ownership.service.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { type Essay, essayOn, type Markable, markableOn } from './markable.js';
import type { MarkingItemResponse, MarkingQuery, MarkResponse } from './marking.dto.js';
import { NothingToMark } from './marking.errors.js';
import { markedPage, pendingPage, type QueueRow } from './marking.queries.js';
import { findMark, type MarkRow, nameOf } from './marks.queries.js';

const position = z.tuple([z.iso.datetime(), z.uuid(), z.uuid()]);

/** Answers that people mark: what waits, what was marked, and each of them with all that a marker needs. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly decisions: DecisionsService,
    private readonly teaching: TeachingService,
    private readonly ownership: OwnershipService,
  ) {}

  async list(
    by: Principal,
    { limit, cursor, sectionId, cohortId, state }: MarkingQuery,
  ): Promise<Page<MarkingItemResponse>> {
    const list = `marking-${state}`;
    const after = readCursor(list, cursor, position) ?? [null, null, null];
    const roles = [hasRole(by, 'admin'), hasRole(by, 'instructor'), hasRole(by, 'author')];
    const read = state === 'pending' ? pendingPage : markedPage;
    const which = [sectionId ?? null, cohortId ?? null];
    const found = await read(this.dataSource, [by.id, ...roles, ...which, ...after, limit + 1]);
    return toPage(list, found, limit, { item: itemOf, key: keyOf });
  }

  async read(by: Principal, attemptId: string, questionId: string): Promise<MarkResponse> {
    const decidable = await this.decisions.read(attemptId);
    const markable = markableIn(decidable, await this.requireEssay(by, decidable, questionId));
    return this.view(decidable!, markable, this.dataSource); // a missing attempt has no essay
  }

  /** For whom the question of this attempt is one to mark. @throws NotFound for everybody and everything else. */
  async requireEssay(
    by: Principal,
    decidable: Decidable | null,
    questionId: string,
    manager: EntityManager | DataSource = this.dataSource,
  ): Promise<Essay> {
    const isTheirs = decidable !== null && (await this.mayMark(by, decidable.record, manager));
    const essay = isTheirs ? essayOn(decidable, questionId) : null;
    if (essay === null) throw new NotFound('answer');
    return essay;
  }

  async view(
    { record, paper }: Decidable,
    { question, text }: Markable,
    manager: EntityManager | DataSource,
  ): Promise<MarkResponse> {
    const mark = await findMark(manager, record.id, question.id);
    return {
      attemptId: record.id,
      questionId: question.id,
      learnerId: record.learnerId,
      learnerName: await nameOf(manager, record.learnerId),
      courseId: record.courseId,
      sectionId: record.sectionId,
      sectionTitle: paper.section.title,
      number: record.number,
      submittedAt: (record.endedAt ?? record.startedAt).toISOString(),
      version: mark?.version ?? 0,
      ...viewEssay(question),
      answer: text,
      mark: mark === null ? null : viewMark(mark, question),
    };
  }

  /** Instructors: learners of cohorts that they teach, in the course of the cohort. Authors: their courses. Nobody: themselves. */
  private async mayMark(
    by: Principal,
    { learnerId, courseId }: { learnerId: string; courseId: string },
    manager: EntityManager | DataSource,
  ): Promise<boolean> {
    if (by.id === learnerId) return false;
    const answers = await this.teaching.answersFor(by, { learnerId, courseId }, manager);
    return answers || this.ownership.owns(by, courseId, manager);
  }
}

export function markableIn(decidable: Decidable | null, essay: Essay): Markable {
  const markable = decidable === null ? null : markableOn(decidable, essay);
  if (markable === null)
    throw new NothingToMark('There is no answer to mark: the attempt is not over, or nothing was written.');
  return markable;
}

function viewEssay({ stem, points, format, wordsMin, wordsMax, explanation, rubric, markerNotes }: Essay) {
  return {
    stem,
    points: shown(points),
    format,
    wordsMin: wordsMin ?? null,
    wordsMax: wordsMax ?? null,
    explanation: explanation ?? null,
    rubric: (rubric ?? []).map(({ id, title, levels }) => ({
      id,
      title,
      levels: levels.map((level) => ({ ...level, points: shown(level.points) })),
    })),
    markerNotes: markerNotes ?? null,
  };
}

function viewMark({ version: _, share, markedAt, ...mark }: MarkRow, { points }: Essay) {
  const score = Rational.parse(share).times(Rational.parse(points)).toNumber();
  return { ...mark, share: shown(share), score, markedAt: markedAt.toISOString() };
}

function itemOf({ submittedAt, markedAt, share, ...item }: QueueRow): MarkingItemResponse {
  return {
    ...item,
    submittedAt: submittedAt.toISOString(),
    markedAt: markedAt?.toISOString() ?? null,
    share: share === null ? null : shown(share),
  };
}

function keyOf({ submittedAt, markedAt, attemptId, questionId }: QueueRow) {
  return [(markedAt ?? submittedAt).toISOString(), attemptId, questionId];
}

function shown(fraction: string): number {
  return Rational.parse(fraction).toNumber();
}
