import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { EndingsService } from '../attempts/endings.service.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { overdueInCohort } from './raw-attempts.queries.js';

/** Leaves connections to learners who are answering. */
const endedAtOnce = 4;
/** What is beyond it is left to the sweep, which is late already. */
const endedMax = 500;

/** The way in to every figure of a cohort. */
@Injectable()
export class OpenCohortsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly endings: EndingsService,
  ) {}

  /**
   * The cohort's course, with every attempt ended whose time is over: nobody sees one as open past its deadline.
   * @throws NotFound for a cohort of somebody else just as for one that does not exist.
   */
  async open(by: Principal, cohortId: string): Promise<string> {
    const { courseId } = await this.teaching.cohort(by, cohortId);
    const overdue = await overdueInCohort(this.dataSource, [cohortId, courseId, this.clock.now(), endedMax]);
    for (let at = 0; at < overdue.length; at += endedAtOnce) {
      const batch = overdue.slice(at, at + endedAtOnce);
      await Promise.all(batch.map(({ id, learner_id }) => this.endings.endOverdue(id, learner_id)));
    }
    return courseId;
  }
}
