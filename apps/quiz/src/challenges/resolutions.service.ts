import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { CatalogService } from '../catalog/catalog.service.js';
import { OwnershipService } from '../catalog/ownership.service.js';
import { ChallengeMetrics } from './challenge-metrics.service.js';
import type { ChallengesQuery, ResolveChallengeRequest, SectionChallengeResponse } from './challenges.dto.js';
import { ChallengeResolved } from './challenges.errors.js';
import { challengeById, resolveChallenge, sectionChallenges, type SectionChallengeRow } from './challenges.queries.js';
import { viewChallenge } from './challenges.service.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const stemStartMax = 160;

/** What the owner of a course makes of the challenges of its learners. */
@Injectable()
export class ResolutionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly ownership: OwnershipService,
    private readonly metrics: ChallengeMetrics,
  ) {}

  async list(by: Principal, sectionId: string, query: ChallengesQuery): Promise<Page<SectionChallengeResponse>> {
    await this.ownership.requireSection(by, sectionId);
    const { limit, cursor, ...wanted } = query;
    const after = readCursor('challenges', cursor, position);
    const found = await sectionChallenges(this.dataSource, sectionId, { ...wanted, after, limit: limit + 1 });
    const page = toPage('challenges', found, limit, {
      item: (row) => row,
      key: (row) => [row.madeAt.toISOString(), row.id],
    });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  /** Saying the same again changes nothing; another answer would contradict what the learner may have read. */
  async resolve(by: Principal, challengeId: string, request: ResolveChallengeRequest) {
    const { outcome, reply } = request;
    const { challenge, isNew } = await this.dataSource.transaction(async (manager) => {
      const found = await challengeById(manager, challengeId);
      const isTheirs = found !== null && (await this.ownership.owns(by, found.courseId, manager));
      if (!isTheirs) throw new NotFound('challenge');
      const answer = { outcome, reply, by: by.id, at: this.clock.now() };
      const isNew = await resolveChallenge(manager, challengeId, answer);
      const challenge = (await challengeById(manager, challengeId)) ?? found;
      if (challenge.state !== outcome || challenge.reply !== reply) throw new ChallengeResolved(challenge.state);
      return { challenge, isNew };
    });
    if (isNew) this.metrics.resolved(outcome);
    return this.view(challenge);
  }

  private async view(row: SectionChallengeRow): Promise<SectionChallengeResponse> {
    const { learnerId, learnerName, questionVersion, publication, questionOpen, questionTotal } = row;
    const section = await this.catalog.section(row.courseId, publication, row.sectionId);
    const stem = section.questions.find((question) => question.id === row.questionId)?.stem ?? '';
    const about = { learnerId, learnerName, questionVersion, publication, questionOpen, questionTotal };
    return { ...viewChallenge(row), ...about, stemStart: stem.slice(0, stemStartMax) };
  }
}
