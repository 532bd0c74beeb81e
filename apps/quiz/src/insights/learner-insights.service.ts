import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { type CellRow, learnerCells } from './cells.queries.js';
import { timelineCsv } from './insights-csv.dto.js';
import type { LearnerInsightResponse, TimelineEntry } from './insights.dto.js';
import { sectionsOf } from './needs-help.queries.js';
import { NeedsHelpService } from './needs-help.service.js';
import { wordsOf } from './timeline.js';
import {
  type EnrolledLearner,
  enrolledLearner,
  type MomentRow,
  sectionTitles,
  timelinePage,
} from './timeline.queries.js';

const list = 'timeline';
const position = z.tuple([z.iso.datetime(), z.string().max(100)]);
/** More than 14 sections of as many attempts as a policy allows would ever show; a file that ends is one that opens. */
const csvEntriesMax = 10_000;

/** One learner of a cohort: where they stand, and how they came there. */
@Injectable()
export class LearnerInsightsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly needsHelp: NeedsHelpService,
  ) {}

  async read(by: Principal, cohortId: string, learnerId: string): Promise<LearnerInsightResponse> {
    const courseId = await this.cohorts.open(by, cohortId);
    const now = this.clock.now();
    const [learner, sections, cells, reasons] = await Promise.all([
      this.enrolled(cohortId, learnerId),
      sectionsOf(this.dataSource, [cohortId, courseId]),
      learnerCells(this.dataSource, [learnerId, courseId]),
      this.needsHelp.ofLearner({ cohortId, courseId, learnerId, now }),
    ]);
    const bySection = new Map(cells.map((cell) => [cell.sectionId, cell]));
    const { accommodation, enrolledAt, ...person } = learner;
    return {
      cohortId,
      asOf: now.toISOString(),
      learner: { ...person, enrolledAt: enrolledAt.toISOString(), lastActivityAt: lastOf(cells) },
      sectionsPassed: cells.filter(({ state }) => state === 'passed').length,
      sections: sections.flatMap(({ dueAt, ...section }) => {
        const cell = bySection.get(section.sectionId);
        if (cell === undefined) return [];
        const isOverdue = dueAt !== null && dueAt <= now && cell.state !== 'passed';
        return [{ ...section, dueAt: dueAt?.toISOString() ?? null, isOverdue, ...cellView(cell) }];
      }),
      reasons,
      accommodation:
        accommodation === null
          ? null
          : { ...accommodation, grantedAt: new Date(accommodation.grantedAt).toISOString() },
    };
  }

  /** Newest first. */
  async timeline(
    by: Principal,
    { cohortId, learnerId }: { cohortId: string; learnerId: string },
    { limit, cursor }: PageQuery,
  ): Promise<Page<TimelineEntry>> {
    const after = readCursor(list, cursor, position);
    const courseId = await this.cohorts.open(by, cohortId);
    await this.enrolled(cohortId, learnerId);
    const { found, titles } = await this.moments([cohortId, learnerId, courseId], after, limit + 1);
    return toPage(list, found, limit, {
      item: (moment) => entryOf(moment, titles),
      key: ({ at, key }) => [at.toISOString(), key],
    });
  }

  async timelineCsv(by: Principal, cohortId: string, learnerId: string): Promise<string> {
    const courseId = await this.cohorts.open(by, cohortId);
    await this.enrolled(cohortId, learnerId);
    const { found, titles } = await this.moments([cohortId, learnerId, courseId], null, csvEntriesMax);
    return timelineCsv(found.map((moment) => entryOf(moment, titles)));
  }

  private async moments(
    of: readonly [cohortId: string, learnerId: string, courseId: string],
    after: readonly [at: string, key: string] | null,
    limit: number,
  ): Promise<{ found: MomentRow[]; titles: ReadonlyMap<string, string> }> {
    const [found, named] = await Promise.all([
      timelinePage(this.dataSource, [...of, ...(after ?? [null, null]), limit]),
      sectionTitles(this.dataSource, [of[2]]),
    ]);
    return { found, titles: new Map(named.map(({ sectionId, title }) => [sectionId, title])) };
  }

  /** @throws NotFound for whoever is not in the cohort now, whether or not there is such a person. */
  private async enrolled(cohortId: string, learnerId: string): Promise<EnrolledLearner> {
    const [learner] = await enrolledLearner(this.dataSource, [cohortId, learnerId]);
    if (learner === undefined) throw new NotFound('learner');
    return learner;
  }
}

export function cellView(cell: Omit<CellRow, 'displayName' | 'email' | 'learnerId' | 'sectionId'>) {
  const { state, percent, attempts, failuresInRow, startedAt, passedAt, lastActivityAt } = cell;
  return {
    ...{ state, percent, attempts, failuresInRow },
    startedAt: startedAt?.toISOString() ?? null,
    passedAt: passedAt?.toISOString() ?? null,
    lastActivityAt: lastActivityAt?.toISOString() ?? null,
  };
}

function lastOf(cells: readonly Pick<CellRow, 'lastActivityAt'>[]): string | null {
  const moments = cells.flatMap(({ lastActivityAt }) => lastActivityAt?.getTime() ?? []);
  return moments.length === 0 ? null : new Date(Math.max(...moments)).toISOString();
}

function entryOf(moment: MomentRow, titles: ReadonlyMap<string, string>): TimelineEntry {
  const { at, kind, sectionId, attemptId, credentialId, percent } = moment;
  const text = wordsOf(moment, titles.get(sectionId ?? '') ?? '');
  return { at: at.toISOString(), kind, sectionId, attemptId, credentialId, percent, text };
}
