import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { changedLearners, raiseAll, raiseForLearner, revisionsOf, stripes } from './dashboard-revisions.queries.js';

/**
 * Whether anything changed on a dashboard, for less than the dashboard costs. Raised by the consumer of `quiz.insights` in
 * the transaction of its effect: once the revision has moved, everything that moved it can be read. A save of an answer is
 * no figure and moves nothing; nor does time, which makes learners late or idle.
 */
@Injectable()
export class DashboardRevisions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One statement for any number of cohorts, a few index entries each. Two texts are equal exactly when no figure changed in
   * between; they fit in an ETag or an event id. A cohort that nothing happened in yet has a revision too.
   */
  async of(cohortIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await revisionsOf(this.dataSource, [cohortIds]);
    return new Map(found.map(({ cohortId, revision }) => [cohortId, revision]));
  }

  async ofOne(cohortId: string): Promise<string> {
    return (await this.of([cohortId])).get(cohortId) ?? none;
  }

  /**
   * The learners with a changed cell or credential since `revision`, at most `max` of them, among them those who were enrolled
   * or removed. Null when the list does not tell everything: the text is no revision, more than `max` changed, or something
   * changed that concerns all, such as the sections of the course. Then read the dashboard anew.
   */
  async changedSince(cohortId: string, revision: string, max: number): Promise<string[] | null> {
    const since = readRevision(revision);
    if (since === null) return null;
    const [found] = await changedLearners(this.dataSource, [cohortId, since.counters, max + 1, since.general]);
    if (found === undefined || found.isGeneral || found.learnerIds.length > max) return null;
    return found.learnerIds;
  }

  /** Something of this learner changed: in every cohort of the course, or of all courses, that they are in now. */
  async raise(
    manager: EntityManager,
    { learnerId, courseId, cohortId }: { learnerId: string; courseId?: string; cohortId?: string },
  ): Promise<void> {
    await raiseForLearner(manager, [learnerId, stripeOf(learnerId), courseId ?? null, cohortId ?? null]);
  }

  /** Something of the cohort changed that concerns everybody in it. */
  async raiseGenerally(manager: EntityManager, cohortId: string): Promise<void> {
    await raiseAll(manager, [cohortId]);
  }
}

const none = '0-'.repeat(stripes) + '0';

function stripeOf(learnerId: string): number {
  return Number.parseInt(learnerId.slice(-1), 16) % stripes;
}

function readRevision(revision: string): { counters: string; general: string } | null {
  const parts = revision.split('-');
  if (parts.length !== stripes + 1 || !parts.every((part) => /^\d{1,15}$/.test(part))) return null;
  return { counters: `{${parts.slice(0, stripes).join(',')}}`, general: parts[stripes] ?? '0' };
}
