import { Injectable } from '@nestjs/common';
import { judgedAttemptsMin } from '#libs/assessment';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { OwnershipService } from '../catalog/ownership.service.js';
import type { ItemAnalysisResponse } from '../items/items.dto.js';
import { ItemsService } from '../items/items.service.js';
import { timed, wholeActivity } from './figures.js';
import { activityCsv, courseOverviewCsv, overviewCsv } from './insights-csv.dto.js';
import type { CourseOverviewResponse, OverviewResponse, PeriodQuery } from './insights.dto.js';
import { ratio } from './insights.service.js';
import { courseOverview, platformOverview } from './overviews.queries.js';
import { dayMs, daysOf, type Period, periodOf } from './period.js';
import { SharedAnswers } from './shared-answers.js';

const answersKeptMax = 50;
/** They read whole tables, and nobody decides by the minute on them; `asOf` says how old they are. */
const answerAgeMsMax = 60_000;
const lostAfterDays = 14;
const worstMax = 5;

/** The platform for admins, a course for its author. */
@Injectable()
export class OverviewsService {
  private readonly platforms = new SharedAnswers<OverviewResponse>(answersKeptMax, answerAgeMsMax);
  private readonly courses = new SharedAnswers<CourseOverviewResponse>(answersKeptMax, answerAgeMsMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ownership: OwnershipService,
    private readonly items: ItemsService,
  ) {}

  platform(query: PeriodQuery): Promise<OverviewResponse> {
    const now = this.clock.now();
    const period = periodOf(query, now);
    const make = () => this.workOutPlatform(period, now);
    return this.platforms.get(`${period.from}/${period.to}`, { revision: '', now, make });
  }

  async platformCsv(query: PeriodQuery): Promise<string> {
    return overviewCsv(await this.platform(query));
  }

  async activityCsv(query: PeriodQuery): Promise<string> {
    return activityCsv((await this.platform(query)).activity);
  }

  async course(by: Principal, courseId: string): Promise<CourseOverviewResponse> {
    await this.ownership.requireCourse(by, courseId);
    const now = this.clock.now();
    return this.courses.get(courseId, { revision: '', now, make: () => this.workOutCourse(by, courseId, now) });
  }

  async courseCsv(by: Principal, courseId: string): Promise<string> {
    return courseOverviewCsv(await this.course(by, courseId));
  }

  private async workOutPlatform(period: Period, now: Date): Promise<OverviewResponse> {
    const [row] = await platformOverview(this.dataSource, [now, period.from, period.to]);
    const { activity, ...figures } = row!; // sub-selects and no table: always one row
    return { asOf: now.toISOString(), ...period, ...figures, activity: wholeActivity(daysOf(period), activity) };
  }

  private async workOutCourse(by: Principal, courseId: string, now: Date): Promise<CourseOverviewResponse> {
    const lostBefore = new Date(now.getTime() - lostAfterDays * dayMs);
    const [row] = await courseOverview(this.dataSource, [courseId, lostBefore]);
    if (row === undefined) throw new NotFound('course');
    const { sections, ...figures } = row;
    const shown: CourseOverviewResponse['sections'] = [];
    // One after the other: a course has tens of sections, and each analysis reads its own histograms.
    for (const section of sections) {
      const { sectionId, title, position, started, submitted, passed, lost, meanPercent } = section;
      const analysis = await this.items.read(by, sectionId, { attempts: 'first' });
      shown.push({
        ...{ sectionId, title, position, started, submitted, passed, lost, meanPercent },
        passRate: ratio(passed, started),
        timeToPass: timed(section),
        worstQuestions: worstOf(analysis),
        unjudgedQuestions: analysis.questions.filter(({ notice, position }) => notice !== null && position !== null)
          .length,
      });
    }
    return { courseId, asOf: now.toISOString(), ...figures, judgedFrom: judgedAttemptsMin, sections: shown };
  }
}

/** Of what few have answered chance says more than the question: it is left out by the rule of the analysis, and counted. */
function worstOf({ questions }: ItemAnalysisResponse): CourseOverviewResponse['sections'][number]['worstQuestions'] {
  return questions
    .filter(({ notice, position }) => notice === null && position !== null)
    .toSorted(
      (one, other) =>
        Number(other.flags.length > 0) - Number(one.flags.length > 0) || (one.facility ?? 1) - (other.facility ?? 1),
    )
    .slice(0, worstMax)
    .map(({ questionId, version, stemStart, attempts, facility, discriminationIndex, flags }) => ({
      ...{ questionId, version, stemStart, attempts, facility, discriminationIndex, flags },
    }));
}
