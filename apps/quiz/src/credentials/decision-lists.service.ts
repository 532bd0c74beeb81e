import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { TeachingService } from '../cohorts/teaching.service.js';
import type {
  CohortCredentialsQuery,
  CredentialHistoryResponse,
  CredentialsQuery,
  HeldCredentialResponse,
} from './decisions.dto.js';
import {
  findDecidable,
  type HeldListRow,
  historyWithActors,
  listCredentials,
  type WantedCredentials,
} from './decisions.queries.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Credentials and what was decided about them, for those who decide. */
@Injectable()
export class DecisionListsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
  ) {}

  /** Of the whole platform. */
  list(query: CredentialsQuery): Promise<Page<HeldCredentialResponse>> {
    return this.page('credentials-all', query, {});
  }

  /** Of the learners of a cohort, in its course. */
  async listOfCohort(
    by: Principal,
    cohortId: string,
    query: CohortCredentialsQuery,
  ): Promise<Page<HeldCredentialResponse>> {
    const { id, courseId } = await this.teaching.cohort(by, cohortId);
    return this.page('cohort-credentials', query, { cohort: { id, courseId } });
  }

  /** For the holder and for whoever decides about them. */
  async history(by: Principal, credentialId: string): Promise<CredentialHistoryResponse> {
    const row = await findDecidable(this.dataSource, credentialId);
    const isTheirs = row !== null && (row.learnerId === by.id || (await this.teaching.answersFor(by, row)));
    if (!isTheirs) throw new NotFound('credential');
    const found = await historyWithActors(this.dataSource, credentialId);
    return {
      items: found.map(({ actorId, actorName, at, ...change }) => ({
        ...change,
        at: at.toISOString(),
        actor: actorId === null ? null : { id: actorId, displayName: actorName ?? '' },
      })),
    };
  }

  private async page(
    name: string,
    query: CredentialsQuery,
    within: Pick<WantedCredentials, 'cohort'>,
  ): Promise<Page<HeldCredentialResponse>> {
    const { limit, cursor, ...wanted } = query;
    const after = readCursor(name, cursor, position);
    const found = await listCredentials(this.dataSource, { ...wanted, ...within, after, limit: limit + 1 });
    const now = this.clock.now();
    return toPage(name, found, limit, {
      item: (row) => view(row, now),
      key: (row) => [row.issuedAt.toISOString(), row.id],
    });
  }
}

function view({ statusCause, issuedAt, expiresAt, ...row }: HeldListRow, now: Date): HeldCredentialResponse {
  return {
    ...row,
    isDecidedByHand: statusCause === 'decided' && row.status !== 'active',
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt <= now,
  };
}
