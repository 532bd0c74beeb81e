import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { DashboardRevisions } from './dashboard-revisions.service.js';
import { sumDays } from './days.js';
import { timed } from './figures.js';
import { activityCsv, insightsCsv } from './insights-csv.dto.js';
import type { InsightsResponse, PeriodQuery } from './insights.dto.js';
import type { CourseSectionRow } from './needs-help.queries.js';
import { NeedsHelpService } from './needs-help.service.js';
import { daysOf, type Period, periodOf } from './period.js';
import { SharedAnswers } from './shared-answers.js';
import { countSection, quantileOf, type SectionCounts, type Standing } from './standings.js';
import { type CohortAsked, StandingsService } from './standings.service.js';

/** Some 20 KB each: 4 MB. */
const answersKeptMax = 200;
/** Learners get late and idle by time alone. */
const answerAgeMsMax = 30_000;

/** How a cohort gets on, section by section and day by day. */
@Injectable()
export class InsightsService {
  private readonly answers = new SharedAnswers<InsightsResponse>(answersKeptMax, answerAgeMsMax);

  constructor(
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly revisions: DashboardRevisions,
    private readonly standings: StandingsService,
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
      make: () => this.workOut({ cohortId, courseId, revision, now }, period),
    });
  }

  async sectionsCsv(by: Principal, cohortId: string, query: PeriodQuery): Promise<string> {
    return insightsCsv(await this.read(by, cohortId, query));
  }

  async activityCsv(by: Principal, cohortId: string, query: PeriodQuery): Promise<string> {
    const { activity, credentials } = await this.read(by, cohortId, query);
    return activityCsv(activity, credentials.byDay);
  }

  private async workOut(asked: CohortAsked, period: Period): Promise<InsightsResponse> {
    const { cohortId, revision, now } = asked;
    const days = daysOf(period);
    const [live, standings, byDay, needsHelp] = await Promise.all([
      this.standings.sectionsOf(asked),
      this.standings.of(asked),
      this.standings.daysOf(asked, days),
      this.needsHelp.count(asked),
    ]);
    const sections = live.map((section) => ({ ...section, ...countSection(standings.values(), section.sectionId) }));
    const totals = sumDays(byDay.values(), days.length);
    return {
      cohortId,
      asOf: now.toISOString(),
      revision,
      ...period,
      learners: standings.size,
      passRate: ratio(sum(sections, 'passed'), sum(sections, 'started')),
      funnel: sections.map((section) => funnelOf(section, standings.size)),
      distribution: sections.map(({ graded, meanPercent, bins, ...section }) => ({
        ...nameOf(section),
        ...{ bins: [...bins], graded, meanPercent },
      })),
      timeToPass: sections.map((section) => ({ ...nameOf(section), ...timed(timesOf(section)) })),
      activity: totals.map(({ started, graded, passed, active }, at) => {
        return { date: days[at]!, started, graded, passed, activeLearners: active }; // one total per day
      }),
      credentials: {
        badges: heldBy(standings, 'badges'),
        certificates: heldBy(standings, 'certificates'),
        byDay: totals.map(({ badges, certificates }, at) => ({ date: days[at]!, badges, certificates })), // as above
      },
      needsHelp,
    };
  }
}

type Section = CourseSectionRow & SectionCounts;

function funnelOf({ dueAt, started, submitted, passed, ...section }: Section, enrolled: number) {
  return {
    ...nameOf(section),
    dueAt: dueAt?.toISOString() ?? null,
    ...{ enrolled, started, submitted, passed, passRate: ratio(passed, started) },
  };
}

function nameOf({ sectionId, title, position }: Pick<Section, 'sectionId' | 'title' | 'position'>) {
  return { sectionId, title, position };
}

function timesOf({ hours }: Pick<Section, 'hours'>): Parameters<typeof timed>[0] {
  const [median, late] = [quantileOf(hours, 0.5), quantileOf(hours, 0.9)];
  return { timedPasses: hours.length, hours: median === null || late === null ? null : [median, late] };
}

function heldBy(standings: ReadonlyMap<string, Standing>, what: 'badges' | 'certificates'): number {
  let held = 0;
  for (const standing of standings.values()) held += standing[what];
  return held;
}

function sum(sections: readonly Section[], of: 'passed' | 'started'): number {
  return sections.reduce((total, section) => total + section[of], 0);
}

/** Rounded to four decimals, as on the dashboard; null of nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
