import { Injectable } from '@nestjs/common';
import { drawPaper } from '#libs/assessment';
import type { PublishedSection } from '#libs/contracts';
import { NotFound, type Page, type PageQuery, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { BoundedCache } from './bounded-cache.js';
import type { CourseOutlineResponse, CourseSummaryResponse } from './catalog.dto.js';
import {
  courseById,
  courseBySlug,
  coursePage,
  type CourseRow,
  publicationContents,
  sectionContent,
} from './catalog.queries.js';

/** About 20 KB each: 400 sections are some 8 MB. */
const sectionsKeptMax = 400;
const position = z.tuple([z.string(), z.uuid()]);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Published courses as learners meet them, and the immutable sections that attempts are made of. */
@Injectable()
export class CatalogService {
  private readonly sections = new BoundedCache<PublishedSection>(sectionsKeptMax);

  constructor(private readonly dataSource: DataSource) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<CourseSummaryResponse>> {
    const [title, id] = readCursor('courses', cursor, position) ?? [null, null];
    const found = await coursePage(this.dataSource, [title, id, limit + 1]);
    return toPage('courses', found, limit, {
      item: (course) => ({
        id: course.course_id,
        slug: course.slug,
        title: course.title,
        summary: course.summary,
        sectionCount: course.section_count,
        publication: course.live_publication,
      }),
      key: (course) => [course.title, course.course_id],
    });
  }

  /** The live publication without its questions. An archived course can still be read by whoever was in it. */
  async outline(idOrSlug: string): Promise<CourseOutlineResponse> {
    const course = await this.course(idOrSlug);
    const sections = await this.sectionsOf(course.course_id, course.live_publication);
    return {
      id: course.course_id,
      slug: course.slug,
      title: course.title,
      summary: course.summary,
      publication: course.live_publication,
      sections: sections.map(outlineOf),
    };
  }

  async course(idOrSlug: string): Promise<CourseRow> {
    const read = uuid.test(idOrSlug) ? courseById : courseBySlug;
    const [course] = await read(this.dataSource, [idOrSlug]);
    if (course === undefined) throw new NotFound('course');
    return course;
  }

  /** One section of one publication: immutable, so it is read once per process. */
  async section(courseId: string, publication: number, sectionId: string): Promise<PublishedSection> {
    const key = `${courseId}/${publication}/${sectionId}`;
    const known = this.sections.get(key);
    if (known !== undefined) return known;
    const [found] = await sectionContent(this.dataSource, [courseId, publication, sectionId]);
    if (found === undefined) throw new NotFound('section');
    this.sections.set(key, found.content);
    return found.content;
  }

  /** What has to be passed before a section of this publication, and whether it is. */
  prerequisites(
    { prerequisites }: PublishedSection,
    by: { courseId: string; publication: number; passedSections: readonly string[] },
  ) {
    return Promise.all(
      prerequisites.map(async (sectionId) => ({
        sectionId,
        title: (await this.section(by.courseId, by.publication, sectionId)).title,
        hasPassed: by.passedSections.includes(sectionId),
      })),
    );
  }

  /** All sections of a publication in course order. */
  async sectionsOf(courseId: string, publication: number): Promise<PublishedSection[]> {
    const found = await publicationContents(this.dataSource, [courseId, publication]);
    return found.map((row) => row.content);
  }
}

function outlineOf(section: PublishedSection): CourseOutlineResponse['sections'][number] {
  const { policy, questions } = section;
  return {
    id: section.sectionId,
    position: section.position,
    title: section.title,
    prose: section.prose,
    isRequired: section.isRequired,
    prerequisites: section.prerequisites,
    topics: section.topics,
    resources: section.resources,
    quiz: {
      // Which ones are drawn depends on the learner, how many does not.
      questionCount: drawPaper({ questions, policy, seed: section.sectionId }).length,
      passMark: policy.passMark,
      timeLimitSeconds: policy.timeLimitSeconds,
      attemptsMax: policy.attemptsMax,
      cooldownSeconds: policy.cooldownSeconds,
      aggregation: policy.aggregation,
      practice: policy.practice ?? null,
      opensAt: policy.opensAt,
      closesAt: policy.closesAt,
    },
  };
}
