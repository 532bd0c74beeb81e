import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, NotFound, once } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AttemptsService } from '../attempts/attempts.service.js';
import { uuidV7 } from '../attempts/uuid-v7.js';
import { ChallengeMetrics } from './challenge-metrics.service.js';
import type { MakeChallengeRequest, OwnChallengeResponse, OwnChallengesResponse } from './challenges.dto.js';
import { AlreadyChallenged, ReviewNotVisible, TooManyChallenges } from './challenges.errors.js';
import {
  type ChallengeRow,
  challengesOfAttempt,
  countOpen,
  insertChallenge,
  type NewChallenge,
  versionOnPaper,
} from './challenges.queries.js';

const openMax = 20;

/** Learners who say that a question is wrong, of what they were shown about it. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly attempts: AttemptsService,
    private readonly metrics: ChallengeMetrics,
  ) {}

  /** Once per attempt and question, while the review shows the question. */
  async make(
    learnerId: string,
    { attemptId, questionId, key }: { attemptId: string; questionId: string; key: string | null },
    { text }: MakeChallengeRequest,
  ): Promise<OwnChallengeResponse> {
    const asked = await versionOnPaper(this.dataSource, { attemptId, learnerId, questionId });
    if (asked === null) throw new NotFound('question of an attempt of yours');
    const { result } = await this.attempts.read(learnerId, attemptId);
    if (!result?.review?.some((item) => item.questionId === questionId)) throw new ReviewNotVisible();
    const route = `POST attempts/${attemptId}/questions/${questionId}/challenge`;
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: learnerId, route, request: text }, () =>
        this.insert(manager, { ...asked, attemptId, questionId, learnerId, text }),
      ),
    );
  }

  /** @throws NotFound for a foreign attempt just as for one that does not exist. */
  async ofAttempt(learnerId: string, attemptId: string): Promise<OwnChallengesResponse> {
    await this.attempts.read(learnerId, attemptId);
    const found = await challengesOfAttempt(this.dataSource, attemptId, learnerId);
    return { items: found.map(viewChallenge) };
  }

  private async insert(
    manager: EntityManager,
    asked: Omit<NewChallenge, 'id' | 'madeAt'>,
  ): Promise<OwnChallengeResponse> {
    const madeAt = this.clock.now();
    const isFull = (await countOpen(manager, asked.learnerId, asked.courseId)) >= openMax;
    const made = await insertChallenge(manager, { ...asked, id: uuidV7(madeAt, randomBytes(10)), madeAt });
    if (made === null) throw new AlreadyChallenged();
    if (isFull) throw new TooManyChallenges(openMax);
    this.metrics.made();
    return viewChallenge(made);
  }
}

export function viewChallenge(row: ChallengeRow): OwnChallengeResponse {
  const { id, attemptId, questionId, text, state, reply, madeAt, resolvedAt } = row;
  const times = { madeAt: madeAt.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null };
  return { id, attemptId, questionId, text, state, reply, ...times };
}
