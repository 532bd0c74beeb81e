import { Injectable } from '@nestjs/common';
import { Clock, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { isoTime } from '../dashboard/iso-time.js';
import { DashboardRevisions } from './dashboard-revisions.service.js';
import { needsHelpCsv } from './insights-csv.dto.js';
import type { InsightsResponse, NeedsHelpQuery, NeedsHelpResponse, ReasonResponse } from './insights.dto.js';
import { type OpenSection, type ReasonCode, reasonCodes, reasonsFor } from './needs-help.js';
import { type CourseSectionRow, helpFacts, type HelpTuple, sectionsOf } from './needs-help.queries.js';
import { SharedAnswers } from './shared-answers.js';

/** Of 10,000 learners who all need help some 5 MB; of a cohort as most are, 100 KB. */
const listsKeptMax = 20;
/** Learners get late and idle by time alone. */
const listAgeMsMax = 30_000;
const list = 'needs-help';
const place = z.tuple([z.int().min(0)]);

/** Which learners an instructor might write to, and why. */
@Injectable()
export class NeedsHelpService {
  private readonly lists = new SharedAnswers<NeedsHelpResponse[]>(listsKeptMax, listAgeMsMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly revisions: DashboardRevisions,
  ) {}

  /** By name. A page goes on where the last one ended as long as nobody before that place comes or goes. */
  async list(
    by: Principal,
    cohortId: string,
    { reason, limit, cursor }: NeedsHelpQuery,
  ): Promise<Page<NeedsHelpResponse>> {
    const [from] = readCursor(list, cursor, place) ?? [0];
    const found = await this.ofCohort(by, cohortId, reason);
    const wanted = found.slice(from, from + limit + 1).map((each, index) => ({ each, next: from + index + 1 }));
    return toPage(list, wanted, limit, { item: ({ each }) => each, key: ({ next }) => [next] });
  }

  async csv(by: Principal, cohortId: string, { reason }: Pick<NeedsHelpQuery, 'reason'>): Promise<string> {
    return needsHelpCsv(await this.ofCohort(by, cohortId, reason));
  }

  async count(asked: {
    cohortId: string;
    courseId: string;
    revision: string;
    now: Date;
  }): Promise<InsightsResponse['needsHelp']> {
    const found = await this.shared(asked);
    const byReason = { stuck: 0, overdue: 0, failing: 0, idle: 0 };
    for (const code of reasonCodes) byReason[code] = found.filter((each) => hasReason(each, code)).length;
    return { learners: found.length, byReason };
  }

  /** Of one learner of the cohort; empty for anybody else. */
  async ofLearner(asked: {
    cohortId: string;
    courseId: string;
    learnerId: string;
    now: Date;
  }): Promise<ReasonResponse[]> {
    return (await this.read(asked)).flatMap(({ reasons }) => reasons);
  }

  private async ofCohort(
    by: Principal,
    cohortId: string,
    reason: ReasonCode | undefined,
  ): Promise<NeedsHelpResponse[]> {
    const courseId = await this.cohorts.open(by, cohortId);
    const revision = await this.revisions.ofOne(cohortId);
    const found = await this.shared({ cohortId, courseId, revision, now: this.clock.now() });
    return reason === undefined ? found : found.filter((each) => hasReason(each, reason));
  }

  private shared(asked: { cohortId: string; courseId: string; revision: string; now: Date }) {
    const { cohortId, revision, now } = asked;
    return this.lists.get(cohortId, { revision, now, make: () => this.read(asked) });
  }

  private async read({
    cohortId,
    courseId,
    learnerId = null,
    now,
  }: {
    cohortId: string;
    courseId: string;
    learnerId?: string | null;
    now: Date;
  }): Promise<NeedsHelpResponse[]> {
    const sections = await sectionsOf(this.dataSource, [cohortId, courseId]);
    const isAnyDue = sections.some(({ dueAt }) => dueAt !== null && dueAt <= now);
    const [found] = await helpFacts(this.dataSource, [cohortId, courseId, learnerId, isAnyDue]);
    const { learners } = found!; // an aggregate without GROUP BY: always one row
    return learners.flatMap((learner) => {
      const [, , , enrolledAt, lastActivityAt, passed] = learner;
      const facts = {
        enrolledAt: new Date(enrolledAt),
        lastActivityAt: lastActivityAt === null ? null : new Date(lastActivityAt),
        isUnfinished: passed < sections.length,
        open: openSections(learner, sections),
      };
      const reasons = reasonsFor(facts, now);
      return reasons.length === 0 ? [] : [view(learner, reasons)];
    });
  }
}

function openSections(
  [, , , , , , open, passedSections]: HelpTuple,
  sections: readonly CourseSectionRow[],
): OpenSection[] {
  const passed = new Set(passedSections);
  const troubles = new Map((open ?? []).map((trouble) => [trouble[0], trouble]));
  return sections.flatMap(({ sectionId, title, dueAt }): OpenSection[] => {
    const trouble = troubles.get(sectionId);
    if (passed.has(sectionId) || (trouble === undefined && dueAt === null)) return [];
    if (trouble === undefined) return [{ sectionId, title, dueAt, failures: 0, failingSince: null, startedAt: null }];
    const [, failures, failingSince, startedAt] = trouble;
    const since = { failingSince: new Date(failingSince), startedAt: new Date(startedAt) };
    return [{ sectionId, title, dueAt, failures, ...since }];
  });
}

function view(
  [learnerId, displayName, email, , lastActivityAt]: HelpTuple,
  reasons: ReturnType<typeof reasonsFor>,
): NeedsHelpResponse {
  return {
    ...{ learnerId, displayName, email },
    lastActivityAt: lastActivityAt === null ? null : isoTime(lastActivityAt),
    reasons: reasons.map(({ code, sectionId, text, since }) => ({
      ...{ code, text, sectionId },
      since: isoTime(since.getTime()),
    })),
  };
}

function hasReason({ reasons }: NeedsHelpResponse, wanted: ReasonCode): boolean {
  return reasons.some(({ code }) => code === wanted);
}
