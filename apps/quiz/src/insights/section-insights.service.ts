import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { OpenCohortsService } from '../dashboard/open-cohorts.service.js';
import { type CellRow, sectionCells, sectionInsight } from './cells.queries.js';
import { timed, wholeBins } from './figures.js';
import { sectionLearnersCsv } from './insights-csv.dto.js';
import type { SectionInsightResponse, SectionLearnerResponse, SectionLearnersQuery } from './insights.dto.js';
import { ratio } from './insights.service.js';
import { cellView } from './learner-insights.service.js';
import { type CourseSectionRow, sectionsOf } from './needs-help.queries.js';

const list = 'section-learners';
const position = z.tuple([z.string().max(1_000), z.uuid()]);
/** Twice the largest cohort that is promised. */
const csvLearnersMax = 20_000;

/** One section of a cohort: its figures and how each learner did. How the questions did is item analysis. */
@Injectable()
export class SectionInsightsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
  ) {}

  async read(by: Principal, cohortId: string, sectionId: string): Promise<SectionInsightResponse> {
    const { title, position: at, dueAt } = await this.section(by, cohortId, sectionId);
    const [row] = await sectionInsight(this.dataSource, [cohortId, sectionId]);
    const { bins, timedPasses, hours, ...figures } = row!; // joined to one section: always one row
    const now = this.clock.now();
    return {
      cohortId,
      asOf: now.toISOString(),
      ...{ sectionId, title, position: at, dueAt: dueAt?.toISOString() ?? null },
      ...figures,
      overdue: dueAt !== null && dueAt <= now ? figures.enrolled - figures.passed : 0,
      passRate: ratio(figures.passed, figures.started),
      bins: wholeBins(bins),
      timeToPass: timed({ timedPasses, hours }),
    };
  }

  /** By name. */
  async learners(
    by: Principal,
    { cohortId, sectionId }: { cohortId: string; sectionId: string },
    { state, limit, cursor }: SectionLearnersQuery,
  ): Promise<Page<SectionLearnerResponse>> {
    const after = readCursor(list, cursor, position) ?? [null, null];
    await this.section(by, cohortId, sectionId);
    const found = await sectionCells(this.dataSource, [cohortId, sectionId, state ?? null, ...after, limit + 1]);
    return toPage(list, found, limit, { item: view, key: ({ name, learnerId }) => [name, learnerId] });
  }

  async csv(
    by: Principal,
    { cohortId, sectionId }: { cohortId: string; sectionId: string },
    { state }: Pick<SectionLearnersQuery, 'state'>,
  ): Promise<string> {
    await this.section(by, cohortId, sectionId);
    const asked = [cohortId, sectionId, state ?? null, null, null, csvLearnersMax];
    return sectionLearnersCsv((await sectionCells(this.dataSource, asked)).map(view));
  }

  /** @throws NotFound for a section that the cohort's course does not have, or not any more. */
  private async section(by: Principal, cohortId: string, sectionId: string): Promise<CourseSectionRow> {
    const courseId = await this.cohorts.open(by, cohortId);
    const sections = await sectionsOf(this.dataSource, [cohortId, courseId]);
    const section = sections.find((each) => each.sectionId === sectionId);
    if (section === undefined) throw new NotFound('section');
    return section;
  }
}

function view({ learnerId, displayName, email, ...cell }: CellRow): SectionLearnerResponse {
  return { learnerId, displayName, email, ...cellView(cell) };
}
