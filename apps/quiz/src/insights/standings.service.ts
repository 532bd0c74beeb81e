import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { DashboardRevisions } from './dashboard-revisions.service.js';
import { bytesPerDay, type LearnerDays } from './days.js';
import { readDays } from './days.queries.js';
import { KeptLearners } from './kept-learners.js';
import { type CourseSectionRow, sectionsOf } from './needs-help.queries.js';
import type { Standing } from './standings.js';
import { readStandings } from './standings.queries.js';

/** Room for five cohorts of 2,000 learners in 14 sections, all of them at work: boards and these share 256 MB with all the rest. */
const standingsBytesMax = 40 * 2 ** 20;
/** Room for twenty-five cohorts of 2,000 learners over a month. */
const daysBytesMax = 24 * 2 ** 20;
/** Of a cell with its place in a map, and of what holds them; measured at 2,000 learners in 14 sections, and rounded up. */
const cellBytes = 250;
const learnerBytes = 500;
/** Beyond it a course is an outlier; the bound of memory is an estimate. */
const sectionsTaken = 14;

export interface CohortAsked {
  readonly cohortId: string;
  readonly courseId: string;
  readonly revision: string;
  readonly now: Date;
}

/** What the figures of the cohorts at work are counted from, in this process. */
@Injectable()
export class StandingsService {
  private readonly standings: KeptLearners<Standing>;
  private readonly days: KeptLearners<LearnerDays>;

  constructor(
    private readonly dataSource: DataSource,
    revisions: DashboardRevisions,
  ) {
    const changedSince = revisions.changedSince.bind(revisions);
    this.standings = new KeptLearners(standingsBytesMax, changedSince);
    this.days = new KeptLearners(daysBytesMax, changedSince);
  }

  /** Those published now, in order. Not kept: whoever sets a due date or publishes sees it at once. */
  sectionsOf({ cohortId, courseId }: Pick<CohortAsked, 'cohortId' | 'courseId'>): Promise<CourseSectionRow[]> {
    return sectionsOf(this.dataSource, [cohortId, courseId]);
  }

  /** How each learner stands, by learner. */
  of({ cohortId, courseId, revision, now }: CohortAsked): Promise<ReadonlyMap<string, Standing>> {
    return this.standings.read(cohortId, {
      ...{ cohortId, revision, now },
      bytesEach: learnerBytes + sectionsTaken * cellBytes,
      load: (learnerIds) => readStandings(this.dataSource, { cohortId, courseId, learnerIds }),
    });
  }

  /** What each learner did on each of the days, by learner; nobody who did nothing. */
  daysOf(
    { cohortId, courseId, revision, now }: CohortAsked,
    days: readonly string[],
  ): Promise<ReadonlyMap<string, LearnerDays>> {
    return this.days.read(`${cohortId}/${days[0]}/${days.at(-1)}`, {
      ...{ cohortId, revision, now },
      bytesEach: learnerBytes + days.length * bytesPerDay,
      load: (learnerIds) => readDays(this.dataSource, { cohortId, courseId, days, learnerIds }),
    });
  }
}
