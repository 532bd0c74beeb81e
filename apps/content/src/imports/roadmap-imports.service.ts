import { Injectable } from '@nestjs/common';
import type { RoadmapCourse, RoadmapReport } from '#libs/interchange';
import { Clock, Metrics, once, type Principal, requireVersion } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource, In } from 'typeorm';

import { Course } from '../courses/course.entity.js';
import { CourseIsFull } from '../courses/courses.errors.js';
import { openCourse, readCourse, requireOwn } from '../courses/courses.queries.js';
import { CoursesService } from '../courses/courses.service.js';
import { oneLine } from '../courses/text.js';
import { Section } from '../sections/section.entity.js';
import { closeGaps, sectionsOf, storeSections } from '../sections/sections.queries.js';
import type { ImportCourseRequest, ImportCourseResponse } from './imports.dto.js';
import { RoadmapRefused } from './imports.errors.js';
import { Reader } from './reader.service.js';
import { partedWith, previousOf, resourcesMax, sectionsOfRoadmap, topicsMax } from './roadmap.js';

/** A roadmap that was read and fits. */
interface Roadmap {
  readonly course: RoadmapCourse;
  readonly report: RoadmapReport;
}

@Injectable()
export class RoadmapImportsService {
  private readonly imported: Counter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly courses: CoursesService,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.imported = metrics.counter('waymark_courses_imported_total', 'Roadmaps that became a course, or renewed one.');
  }

  /** Makes a draft of a roadmap, or brings the given one up to date with it. */
  import(author: Principal, request: ImportCourseRequest, key: string | null): Promise<ImportCourseResponse> {
    const { markdown, courseId } = request;
    return courseId === undefined ? this.create(author, markdown, key) : this.renew(author, markdown, courseId);
  }

  private async create(author: Principal, markdown: string, key: string | null): Promise<ImportCourseResponse> {
    const { course, report } = accepted(await this.reader.read({ what: 'roadmap', given: { text: markdown } }));
    const made = await this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: 'courses:import', request: markdown }, async () => {
        const { title, summary } = course;
        const draft = await this.courses.draft(manager, author, { title: oneLine(title), summary });
        await storeSections(manager, draft.id, sectionsOfRoadmap(course), this.clock.now());
        return { course: await readCourse(manager, draft.id), report: bothOf(report, []) };
      }),
    );
    this.imported.inc();
    return made;
  }

  /**
   * What is the same thing keeps its id, and with it questions, policy and
   * everybody's progress. The file is read without a lock; a change made meanwhile refuses the import.
   */
  private async renew(author: Principal, markdown: string, courseId: string): Promise<ImportCourseResponse> {
    await requireOwn(this.dataSource, author, { what: 'course', id: courseId });
    const before = await this.dataSource.manager.findOneByOrFail(Course, { id: courseId });
    const sections = await this.dataSource.manager.find(Section, { where: { courseId }, order: { position: 'ASC' } });
    const previous = previousOf(sections);
    const { course, report } = accepted(
      await this.reader.read({ what: 'roadmap', given: { text: markdown, previous } }),
    );
    const renewed = await this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const open = await openCourse(manager, author, { what: 'course', id: courseId }, now);
      requireVersion(before.version, open.version);
      await manager.update(Course, courseId, { title: oneLine(course.title), summary: course.summary });
      const given = new Set(course.sections.map((section) => section.id));
      const parting = partedWith((await sectionsOf(manager, courseId)).filter((section) => !given.has(section.id)));
      await manager.delete(Section, { id: In(parting.goneIds) });
      await storeSections(manager, courseId, sectionsOfRoadmap(course), now);
      await closeGaps(manager, courseId, parting.goneIds);
      return { course: await readCourse(manager, courseId), report: bothOf(report, parting.notes) };
    });
    this.imported.inc();
    return renewed;
  }
}

function accepted(
  result: ({ ok: true } & Roadmap) | { ok: false; code: string; message: string; line?: number },
): Roadmap {
  if (!result.ok) throw new RoadmapRefused(result);
  const { topics, resources } = result.report;
  if (topics > topicsMax) throw new CourseIsFull('topics', topicsMax);
  if (resources > resourcesMax) throw new CourseIsFull('resources', resourcesMax);
  return result;
}

function bothOf(report: RoadmapReport, notes: RoadmapReport['notes']): ImportCourseResponse['report'] {
  return { ...report, notes: [...report.notes, ...notes], changes: [...report.changes] };
}
