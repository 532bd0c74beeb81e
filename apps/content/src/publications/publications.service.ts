import { Injectable } from '@nestjs/common';
import { CoursePublished, SectionPublished } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, Metrics, type Page, type PageQuery, type Principal, requireVersion } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource } from 'typeorm';

import { Course } from '../courses/course.entity.js';
import { openCourse, requireOwn } from '../courses/courses.queries.js';
import { knownMedia } from '../media/media.queries.js';
import { questionsBySection } from '../questions/questions.queries.js';
import { sectionsOf } from '../sections/sections.queries.js';
import { Publication } from './publication.entity.js';
import { manifestOf, mediaOf, publishedSection, reasonsAgainst } from './publication.js';
import type { PublicationResponse, PublicationSummary } from './publications.dto.js';
import { CourseNotPublishable } from './publications.errors.js';
import { listPublications } from './publications.queries.js';

@Injectable()
export class PublicationsService {
  private readonly published: Counter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.published = metrics.counter('waymark_courses_published_total', 'Publications made.');
  }

  async list(author: Principal, courseId: string, query: PageQuery): Promise<Page<PublicationSummary>> {
    await requireOwn(this.dataSource, author, { what: 'course', id: courseId });
    return listPublications(this.dataSource, courseId, query);
  }

  /** Freezes the draft under the next number and announces it: every section first, then the manifest that makes it live. */
  async publish(author: Principal, courseId: string, version: number): Promise<PublicationResponse> {
    const now = this.clock.now();
    const made = await this.dataSource.transaction(async (manager) => {
      const course = await openCourse(manager, author, { what: 'course', id: courseId }, now);
      requireVersion(version, course.version);
      const number = (course.publication ?? 0) + 1;
      const drafts = await sectionsOf(manager, courseId);
      const questions = await questionsBySection(manager, courseId);
      const sections = drafts.map((draft) =>
        publishedSection(draft, questions.get(draft.id) ?? [], { courseId, publication: number }),
      );
      const problems = reasonsAgainst(sections, await knownMedia(manager, courseId, mediaOf(sections)));
      if (problems.length > 0) throw new CourseNotPublishable(problems);

      const manifest = manifestOf(course, number, sections, now);
      await manager.insert(Publication, {
        courseId,
        number,
        manifest,
        sections,
        sectionCount: sections.length,
        questionCount: sections.reduce((sum, section) => sum + section.questions.length, 0),
        publishedBy: author.id,
        publishedAt: now,
      });
      await manager.update(Course, courseId, { publication: number });
      for (const section of sections) await this.outbox.add(manager, SectionPublished, section);
      await this.outbox.add(manager, CoursePublished, manifest);
      return { publication: number, publishedAt: manifest.publishedAt };
    });
    this.published.inc();
    return made;
  }
}
