import { Injectable } from '@nestjs/common';
import { Clock, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { DashboardRevisions } from './dashboard-revisions.service.js';
import { needsHelpCsv } from './insights-csv.dto.js';
import type { InsightsResponse, NeedsHelpQuery, NeedsHelpResponse, ReasonResponse } from './insights.dto.js';
import { factsOf, type Reason, type ReasonCode, reasonCodes, reasonsFor } from './needs-help.js';
import { type CourseSectionRow, peopleByName } from './needs-help.queries.js';
import { SharedAnswers } from './shared-answers.js';
import type { Standing } from './standings.js';
import { readStandings } from './standings.queries.js';
import { type CohortAsked, StandingsService } from './standings.service.js';

/** Of 10,000 learners who all need help some 5 MB; of a cohort as most are, 100 KB. */
const listsKeptMax = 20;
/** Learners get late and idle by time alone. */
const listAgeMsMax = 15_000;
/** Judging thousands takes tens of milliseconds; most of them stand as they did a moment ago. */
const judgedAgeMsMax = 15_000;
const list = 'needs-help';
const place = z.tuple([z.int().min(0)]);

interface InNeed {
  readonly lastActivityAt: Date | null;
  readonly reasons: readonly Reason[];
}

interface Judged {
  readonly at: number;
  /** The sections that it was judged by. */
  readonly by: string;
  readonly inNeed: InNeed | null;
}

/** Which learners an instructor might write to, and why. */
@Injectable()
export class NeedsHelpService {
  private readonly inNeed = new SharedAnswers<ReadonlyMap<string, InNeed>>(listsKeptMax, listAgeMsMax);
  private readonly lists = new SharedAnswers<NeedsHelpResponse[]>(listsKeptMax, listAgeMsMax);
  /** A standing that is replaced takes its judgement along. */
  private readonly judged = new WeakMap<Standing, Judged>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly revisions: DashboardRevisions,
    private readonly standings: StandingsService,
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

  /** Needs no names. */
  async count(asked: CohortAsked): Promise<InsightsResponse['needsHelp']> {
    const found = [...(await this.sharedInNeed(asked)).values()];
    const byReason = { stuck: 0, overdue: 0, failing: 0, idle: 0 };
    for (const code of reasonCodes) byReason[code] = found.filter((each) => hasReason(each, code)).length;
    return { learners: found.length, byReason };
  }

  /** Of one learner of the cohort; empty for anybody else. */
  async ofLearner({
    cohortId,
    courseId,
    learnerId,
    now,
  }: Omit<CohortAsked, 'revision'> & { learnerId: string }): Promise<ReasonResponse[]> {
    const standings = await readStandings(this.dataSource, { cohortId, courseId, learnerIds: [learnerId] });
    const found = await this.judge(standings, { cohortId, courseId, now });
    return (found.get(learnerId)?.reasons ?? []).map(reasonView);
  }

  private async ofCohort(
    by: Principal,
    cohortId: string,
    reason: ReasonCode | undefined,
  ): Promise<NeedsHelpResponse[]> {
    const courseId = await this.cohorts.open(by, cohortId);
    const revision = await this.revisions.ofOne(cohortId);
    const asked = { cohortId, courseId, revision, now: this.clock.now() };
    const found = await this.lists.get(cohortId, { ...asked, make: () => this.named(asked) });
    return reason === undefined ? found : found.filter((each) => hasReason(each, reason));
  }

  private async named(asked: CohortAsked): Promise<NeedsHelpResponse[]> {
    const found = await this.sharedInNeed(asked);
    const people = await peopleByName(this.dataSource, [[...found.keys()]]);
    return people.map((person) => {
      const { lastActivityAt, reasons } = found.get(person.learnerId)!; // only these were asked for
      return { ...person, lastActivityAt: lastActivityAt?.toISOString() ?? null, reasons: reasons.map(reasonView) };
    });
  }

  private sharedInNeed(asked: CohortAsked): Promise<ReadonlyMap<string, InNeed>> {
    const make = async () => this.judge(await this.standings.of(asked), asked);
    return this.inNeed.get(asked.cohortId, { ...asked, make });
  }

  private async judge(
    standings: ReadonlyMap<string, Standing>,
    { cohortId, courseId, now }: Omit<CohortAsked, 'revision'>,
  ): Promise<Map<string, InNeed>> {
    const sections = await this.standings.sectionsOf({ cohortId, courseId });
    const by = JSON.stringify(sections);
    const found = new Map<string, InNeed>();
    for (const [learnerId, standing] of standings) {
      const known = this.judged.get(standing);
      const isRecent = known?.by === by && Math.abs(now.getTime() - known.at) < judgedAgeMsMax;
      const inNeed = isRecent ? known.inNeed : judgeOne(standing, sections, now);
      if (!isRecent) this.judged.set(standing, { at: now.getTime(), by, inNeed });
      if (inNeed !== null) found.set(learnerId, inNeed);
    }
    return found;
  }
}

function judgeOne(standing: Standing, sections: readonly CourseSectionRow[], now: Date): InNeed | null {
  const facts = factsOf(standing, sections);
  const reasons = reasonsFor(facts, now);
  return reasons.length === 0 ? null : { lastActivityAt: facts.lastActivityAt, reasons };
}

function reasonView({ code, text, sectionId, since }: Reason): ReasonResponse {
  return { code, text, sectionId, since: since.toISOString() };
}

function hasReason({ reasons }: { reasons: readonly Pick<Reason, 'code'>[] }, wanted: ReasonCode): boolean {
  return reasons.some(({ code }) => code === wanted);
}
