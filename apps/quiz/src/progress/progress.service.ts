import { Injectable } from '@nestjs/common';
import { isPastDeadline, noAccommodation } from '#libs/assessment';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { pastAttempt } from '../attempts/past-attempt.js';
import { EndingsService } from '../attempts/endings.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { type CourseFacts, courseProgress, type SectionFacts } from './course-progress.js';
import type { CourseProgressResponse } from './progress.dto.js';
import { learnerProgress, type PastAttemptRow, type ProgressRow } from './progress.queries.js';

/** Where a learner stands in a course. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly endings: EndingsService,
  ) {}

  async read(learnerId: string, idOrSlug: string): Promise<CourseProgressResponse> {
    const { course_id: courseId, live_publication: publication } = await this.catalog.course(idOrSlug);
    const sections = await this.catalog.sectionsOf(courseId, publication);
    const row = await this.readUpToDate(learnerId, courseId);
    return courseProgress(sections, factsOf(courseId, row), this.clock.now());
  }

  /** With every attempt ended whose time is over, whether or not the sweep has come by. */
  private async readUpToDate(learnerId: string, courseId: string): Promise<ProgressRow> {
    const row = await this.readRow(learnerId, courseId);
    const overdue = row.attempts.filter((attempt) => this.isOverdue(attempt));
    if (overdue.length === 0) return row;
    for (const { id } of overdue) await this.endings.endOverdue(id, learnerId);
    return this.readRow(learnerId, courseId);
  }

  private async readRow(learnerId: string, courseId: string): Promise<ProgressRow> {
    const [row] = await learnerProgress(this.dataSource, [learnerId, courseId]);
    return row!; // the statement has no FROM: it always answers one row
  }

  private isOverdue({ state, deadlineAt }: PastAttemptRow): boolean {
    const deadline = deadlineAt === null ? null : new Date(deadlineAt);
    return state === 'in_progress' && isPastDeadline({ deadlineAt: deadline }, this.clock.now());
  }
}

function factsOf(courseId: string, row: ProgressRow): CourseFacts {
  const { certificateId, accommodation } = row;
  const sections = new Map<string, SectionFacts>();
  for (const section of row.sections) {
    const attempts = row.attempts.filter((attempt) => attempt.sectionId === section.sectionId);
    const open = attempts.find((attempt) => attempt.state === 'in_progress');
    sections.set(section.sectionId, {
      ...section,
      openAttemptId: open?.id ?? null,
      attempts: attempts.map(pastAttempt),
    });
  }
  const dueDates = new Map(row.dueDates.map(({ sectionId, dueAt }) => [sectionId, new Date(dueAt).toISOString()]));
  return { courseId, certificateId, accommodation: accommodation ?? noAccommodation, sections, dueDates };
}
