import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, once, type Principal, requireVersion } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CourseIsFull } from '../courses/courses.errors.js';
import { openCourse } from '../courses/courses.queries.js';
import { questionIdsOf } from '../questions/questions.queries.js';
import { foreignParts, keptResources, keptTopics, moved } from './parts.js';
import { changedPolicy } from './policy.js';
import { emptySection, Section, sectionsMax } from './section.entity.js';
import type { AddSectionRequest, ChangeSectionRequest, SectionResponse } from './sections.dto.js';
import { FixedQuestionsUnknown, PartsUnknown, PrerequisitesUnknown } from './sections.errors.js';
import { closeGaps, orderSections, readSection, sectionIdsOf } from './sections.queries.js';

@Injectable()
export class SectionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  add(author: Principal, courseId: string, request: AddSectionRequest, key: string | null): Promise<SectionResponse> {
    const now = this.clock.now();
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: `courses/${courseId}/sections`, request }, async () => {
        await openCourse(manager, author, { what: 'course', id: courseId }, now);
        const position = await manager.countBy(Section, { courseId });
        if (position >= sectionsMax) throw new CourseIsFull('sections', sectionsMax);
        const id = randomUUID();
        await manager.insert(Section, { ...emptySection(now), ...request, id, courseId, position });
        return readSection(manager, id);
      }),
    );
  }

  change(author: Principal, id: string, version: number, request: ChangeSectionRequest): Promise<SectionResponse> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const course = await openCourse(manager, author, { what: 'section', id }, now);
      const section = await manager.findOneByOrFail(Section, { id });
      requireVersion(version, section.version);
      await this.check(manager, section, request);
      const { position, policy, topics, resources, ...rest } = request;
      await manager.update(
        Section,
        { id, version },
        {
          ...rest,
          policy: policy ? changedPolicy(section.policy, policy) : section.policy,
          topics: topics ? keptTopics(topics, section.topics, randomUUID) : section.topics,
          resources: resources ? keptResources(resources, randomUUID) : section.resources,
          version: version + 1,
          updatedAt: now,
        },
      );
      if (position !== undefined) {
        await orderSections(manager, course.id, moved(await sectionIdsOf(manager, course.id), id, position));
      }
      return readSection(manager, id);
    });
  }

  /** Takes its questions with it; nothing that was published goes away, and no other section goes on waiting for it. */
  remove(author: Principal, id: string, version: number): Promise<void> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const course = await openCourse(manager, author, { what: 'section', id }, now);
      const section = await manager.findOneByOrFail(Section, { id });
      requireVersion(version, section.version);
      await manager.delete(Section, { id, version });
      await closeGaps(manager, course.id, [id]);
    });
  }

  /** Fixed questions are on every paper, so that one of another section would put it there too. */
  private async checkFixed(manager: EntityManager, { id }: Section, fixed: readonly string[]): Promise<void> {
    if (fixed.length === 0) return;
    const here = new Set(await questionIdsOf(manager, id));
    const unknown = fixed.flatMap((wanted, at) =>
      here.delete(wanted)
        ? []
        : [{ pointer: `/policy/fixedQuestions/${at}`, detail: 'is no question of this section, or stands here twice' }],
    );
    if (unknown.length > 0) throw new FixedQuestionsUnknown(unknown);
  }

  private async check(manager: EntityManager, section: Section, request: ChangeSectionRequest): Promise<void> {
    const foreign = foreignParts(section, request);
    if (foreign.length > 0) throw new PartsUnknown(foreign);
    await this.checkFixed(manager, section, request.policy?.fixedQuestions ?? []);
    if (request.prerequisites === undefined) return;
    const others = new Set(await sectionIdsOf(manager, section.courseId));
    others.delete(section.id);
    const unknown = request.prerequisites.flatMap((wanted, at) =>
      others.delete(wanted)
        ? []
        : [{ pointer: `/prerequisites/${at}`, detail: 'is no other section of this course, or stands here twice' }],
    );
    if (unknown.length > 0) throw new PrerequisitesUnknown(unknown);
  }
}
