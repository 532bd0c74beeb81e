import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { csvTable } from '#libs/text';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { CohortArchived } from '../cohorts/cohorts.errors.js';
import { instructorsOf } from '../cohorts/instructors.queries.js';
import type { CohortRow } from '../cohorts/teaching.queries.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type {
  EnrolledLearnerResponse,
  EnrolmentQuery,
  RemoveReport,
  TransferReport,
  TransferRequest,
} from './enrolments.dto.js';
import { OtherCourse, SameCohort } from './enrolments.errors.js';
import { listEnrolled } from './enrolments.queries.js';
import { placesOf } from './roster.queries.js';
import { Roster } from './roster.service.js';

const position = z.tuple([z.string().max(500), z.uuid()]);
/** More than a cohort can be filled with in a year of imports; a stop for the loop that writes the file. */
const exportedMax = 200_000;
const exportPage = 2_000;

/** Those who learn in a cohort. */
@Injectable()
export class LearnersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly roster: Roster,
  ) {}

  async list(by: Principal, cohortId: string, query: EnrolmentQuery): Promise<Page<EnrolledLearnerResponse>> {
    const { limit, cursor, search = '' } = query;
    await this.teaching.cohort(by, cohortId);
    const after = readCursor('enrolments', cursor, position);
    const found = await listEnrolled(this.dataSource, cohortId, { search, after, limit: limit + 1 });
    return toPage('enrolments', found, limit, {
      item: ({ sortName: _, enrolledAt, ...learner }) => ({ ...learner, enrolledAt: enrolledAt.toISOString() }),
      key: ({ sortName, learnerId }) => [sortName, learnerId],
    });
  }

  /** As an import takes it: the same people come back. */
  async export(by: Principal, cohortId: string): Promise<string> {
    await this.teaching.cohort(by, cohortId);
    const rows: [email: string, name: string, enrolledAt: string][] = [];
    let after: [string, string] | null = null;
    while (rows.length < exportedMax) {
      const found = await listEnrolled(this.dataSource, cohortId, { search: '', after, limit: exportPage });
      for (const { email, displayName, enrolledAt } of found) rows.push([email, displayName, enrolledAt.toISOString()]);
      const last = found.at(-1);
      if (last === undefined || found.length < exportPage) break;
      after = [last.sortName, last.learnerId];
    }
    return csvTable(['email', 'name', 'enrolled_at'], rows);
  }

  /** Takes one learner out; again changes nothing more. */
  async remove(by: Principal, cohortId: string, learnerId: string): Promise<void> {
    await this.change(by, cohortId, async (manager, cohort) => {
      const [place] = await placesOf(manager, cohort.id, [learnerId]);
      if (place === undefined) throw new NotFound('learner in this cohort');
      const change = { cohortId, learnerIds: [learnerId], by: by.id, at: this.clock.now() };
      await this.roster.dismiss(manager, change, { act: 'removed' });
    });
  }

  async removeAll(by: Principal, cohortId: string, learnerIds: readonly string[]): Promise<RemoveReport> {
    return this.change(by, cohortId, async (manager) => {
      const change = { cohortId, learnerIds, by: by.id, at: this.clock.now() };
      const removed = await this.roster.dismiss(manager, change, { act: 'removed' });
      const isRemoved = new Set(removed.map(({ learnerId }) => learnerId));
      const outcomeOf = (learnerId: string) => (isRemoved.has(learnerId) ? 'removed' : 'not_in_cohort');
      return { items: unique(learnerIds).map((learnerId) => ({ learnerId, outcome: outcomeOf(learnerId) })) };
    });
  }

  /** To another cohort of the course that the caller teaches too. Progress hangs on the learner, so it goes with them. */
  async transfer(
    by: Principal,
    cohortId: string,
    { learnerIds, toCohortId }: TransferRequest,
  ): Promise<TransferReport> {
    if (toCohortId === cohortId) throw new SameCohort();
    return this.dataSource
      .transaction(async (manager) => {
        // In one order, whichever way they go: two transfers against each other would wait for ever.
        const locked = new Map<string, CohortRow>();
        for (const id of [cohortId, toCohortId].sort()) locked.set(id, await this.teaching.lock(manager, by, id));
        const [from, to] = [locked.get(cohortId)!, locked.get(toCohortId)!]; // both were locked just now
        if (from.courseId !== to.courseId) throw new OtherCourse();
        if (from.isArchived || to.isArchived) throw new CohortArchived();
        return this.move(manager, { from, to, by: by.id }, unique(learnerIds));
      })
      .finally(() => this.roster.committed({}));
  }

  private async move(
    manager: EntityManager,
    { from, to, by }: { from: CohortRow; to: CohortRow; by: string },
    learnerIds: readonly string[],
  ): Promise<TransferReport> {
    const at = this.clock.now();
    const instructors = new Set(await instructorsOf(manager, to.id));
    const places = await placesOf(manager, from.id, learnerIds);
    const isHere = new Set(places.filter(({ isEnrolled }) => isEnrolled).map(({ learnerId }) => learnerId));
    const movable = learnerIds.filter((id) => isHere.has(id) && id !== by && !instructors.has(id));
    const dismissal = { act: 'transferred_out', detail: { toCohort: to.name, toCohortId: to.id } } as const;
    await this.roster.dismiss(manager, { cohortId: from.id, learnerIds: movable, by, at }, dismissal);
    const admission = { via: 'transfer', detail: { fromCohort: from.name, fromCohortId: from.id } } as const;
    const admitted = await this.roster.admit(manager, { cohortId: to.id, learnerIds: movable, by, at }, admission);
    const isNew = new Set(admitted.map(({ learnerId }) => learnerId));
    const outcomeOf = (id: string) => {
      if (!isHere.has(id)) return 'not_in_cohort';
      if (id === by) return 'own_account';
      if (instructors.has(id)) return 'teaches_cohort';
      return isNew.has(id) ? 'transferred' : 'already_there';
    };
    return { items: learnerIds.map((learnerId) => ({ learnerId, outcome: outcomeOf(learnerId) })) };
  }

  private async change<Answer>(
    by: Principal,
    cohortId: string,
    work: (manager: EntityManager, cohort: CohortRow) => Promise<Answer>,
  ): Promise<Answer> {
    const answer = await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      if (cohort.isArchived) throw new CohortArchived();
      return work(manager, cohort);
    });
    this.roster.committed({});
    return answer;
  }
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
