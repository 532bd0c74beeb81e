import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { DashboardRevisions } from './dashboard-revisions.service.js';
import { timed, wholeActivity, wholeBins } from './figures.js';
import { activityCsv, insightsCsv } from './insights-csv.dto.js';
import type { InsightsResponse, PeriodQuery } from './insights.dto.js';
import { cohortInsights, type SectionFigures } from './insights.queries.js';
import { NeedsHelpService } from './needs-help.service.js';
import { daysOf, type Period, periodOf } from './period.js';
import { SharedAnswers } from './shared-answers.js';

/** Some 20 KB each: 4 MB. */
const answersKeptMax = 200;
/** Learners get late and idle by time alone. */
const answerAgeMsMax = 30_000;

/** How a cohort gets on, section by section and day by day. */
@Injectable()
export class InsightsService {
  private readonly answers = new SharedAnswers<InsightsResponse>(answersKeptMax, answerAgeMsMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly revisions: DashboardRevisions,
    private readonly needsHelp: NeedsHelpService,
  ) {}

  async read(by: Principal, cohortId: string, query: PeriodQuery): Promise<InsightsResponse> {
    const courseId = await this.cohorts.open(by, cohortId);
    const now = this.clock.now();
    const period = periodOf(query, now);
    const revision = await this.revisions.ofOne(cohortId);
    return this.answers.get(`${cohortId}/${period.from}/${period.to}`, {
      revision,
      now,
      make: () => this.workOut({ cohortId, courseId, revision, period, now }),
    });
  }

  async sectionsCsv(by: Principal, cohortId: string, query: PeriodQuery): Promise<string> {
    return insightsCsv(await this.read(by, cohortId, query));
  }

  async activityCsv(by: Principal, cohortId: string, query: PeriodQuery): Promise<string> {
    const { activity, credentials } = await this.read(by, cohortId, query);
    return activityCsv(activity, credentials.byDay);
  }

  private async workOut(asked: {
    cohortId: string;
    courseId: string;
    revision: string;
    period: Period;
    now: Date;
  }): Promise<InsightsResponse> {
    const { cohortId, courseId, revision, period, now } = asked;
    const [[row], needsHelp] = await Promise.all([
      cohortInsights(this.dataSource, [cohortId, courseId, period.from, period.to]),
      this.needsHelp.count(asked),
    ]);
    const { learners, sections, activity, badges, certificates, issued } = row!; // sub-selects and no table: always one row
    const days = daysOf(period);
    const issuedOn = new Map(issued.map((day) => [day.date, day]));
    return {
      cohortId,
      asOf: now.toISOString(),
      revision,
      ...period,
      learners,
      passRate: ratio(sum(sections, 'passed'), sum(sections, 'started')),
      funnel: sections.map((section) => funnelOf(section, learners)),
      distribution: sections.map(({ graded, meanPercent, bins, ...section }) => ({
        ...nameOf(section),
        bins: wholeBins(bins),
        graded,
        meanPercent,
      })),
      timeToPass: sections.map((section) => ({ ...nameOf(section), ...timed(section) })),
      activity: wholeActivity(days, activity),
      credentials: {
        badges,
        certificates,
        byDay: days.map((date) => issuedOn.get(date) ?? { date, badges: 0, certificates: 0 }),
      },
      needsHelp,
    };
  }
}

function funnelOf({ dueAt, started, submitted, passed, ...section }: SectionFigures, enrolled: number) {
  return {
    ...nameOf(section),
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    ...{ enrolled, started, submitted, passed, passRate: ratio(passed, started) },
  };
}

function nameOf({ sectionId, title, position }: Pick<SectionFigures, 'sectionId' | 'title' | 'position'>) {
  return { sectionId, title, position };
}

function sum(sections: readonly SectionFigures[], of: 'passed' | 'started'): number {
  return sections.reduce((total, section) => total + section[of], 0);
}

/** Rounded to four decimals, as on the dashboard; null of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
