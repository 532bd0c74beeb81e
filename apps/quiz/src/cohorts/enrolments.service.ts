import { Injectable } from '@nestjs/common';
import { EnrolmentChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { CohortArchived } from './cohorts.errors.js';
import { CohortMetrics } from './cohort-metrics.service.js';
import type { EnrolledLearnerResponse, EnrolmentQuery, EnrolmentReport, EnrolRequest } from './enrolments.dto.js';
import { announceAll, enrol, type EnrolledRow, listEnrolled, removeEnrolment } from './enrolments.queries.js';
import { TeachingService } from './teaching.service.js';

const position = z.tuple([z.string().max(500), z.uuid()]);

/** Who learns in a cohort. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly teaching: TeachingService,
    private readonly metrics: CohortMetrics,
  ) {}

  /** Enrols by address and says what became of each. Doing it again changes and announces nothing. */
  async enrol(by: Principal, cohortId: string, { emails }: EnrolRequest): Promise<EnrolmentReport> {
    const at = this.clock.now();
    const found = await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      if (cohort.isArchived) throw new CohortArchived();
      const enrolled = await enrol(manager, { cohortId, emails: emails.map(asStored), by: by.id, at });
      await this.announce(manager, { cohortId, enrolled: enrolled.filter(isNew), at });
      return enrolled;
    });
    this.outbox.wake();
    this.metrics.enrolled(found.filter(isNew).length);
    return { items: found.map((row, at) => report(emails[at] ?? row.email, row)) };
  }

  /** Takes a learner out; what they achieved stays theirs. */
  async remove(by: Principal, cohortId: string, learnerId: string): Promise<void> {
    const at = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await this.teaching.lock(manager, by, cohortId);
      const removal = await removeEnrolment(manager, { cohortId, learnerId, at });
      if (removal === null) throw new NotFound('learner in this cohort');
      if (!removal.isNew) return;
      const { version } = removal;
      const changedAt = at.toISOString();
      await this.outbox.add(manager, EnrolmentChanged, { cohortId, version, learnerId, state: 'removed', changedAt });
    });
  }

  async list(by: Principal, cohortId: string, query: EnrolmentQuery): Promise<Page<EnrolledLearnerResponse>> {
    const { limit, cursor, search = '' } = query;
    await this.teaching.cohort(by, cohortId);
    const after = readCursor('enrolments', cursor, position);
    const found = await listEnrolled(this.dataSource, cohortId, { search, after, limit: limit + 1 });
    return toPage('enrolments', found, limit, {
      item: (learner) => ({ ...learner, enrolledAt: learner.enrolledAt.toISOString() }),
      key: (learner) => [learner.displayName, learner.learnerId],
    });
  }

  /** One event per learner, all of them in one statement: five hundred round trips would hold the cohort's lock for long. */
  private async announce(
    manager: EntityManager,
    { cohortId, enrolled, at }: { cohortId: string; enrolled: readonly NewlyEnrolled[]; at: Date },
  ): Promise<void> {
    const changedAt = at.toISOString();
    const data = enrolled.map(({ learnerId, version }) => {
      const change = { cohortId, version, learnerId, state: 'enrolled' as const, changedAt };
      return this.outbox.parameters(EnrolmentChanged, change)[2];
    });
    if (data.length === 0) return;
    const { topic, type } = EnrolmentChanged;
    await announceAll(manager, { topic, type, key: cohortId, data });
  }
}

type NewlyEnrolled = EnrolledRow & { readonly learnerId: string; readonly version: number };

function isNew(row: EnrolledRow): row is NewlyEnrolled {
  return row.learnerId !== null && row.version !== null && !row.isRepeated;
}

function report(email: string, row: EnrolledRow): EnrolmentReport['items'][number] {
  if (row.learnerId === null) return { email, outcome: 'unknown_address' };
  return { email, outcome: isNew(row) ? 'enrolled' : 'already_enrolled', learnerId: row.learnerId };
}

/** As `auth` writes addresses. */
function asStored(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}
