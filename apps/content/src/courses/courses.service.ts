import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CourseArchived } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, once, type Page, type Principal, requireVersion, rows } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { changedPolicy } from '../sections/policy.js';
import { Course } from './course.entity.js';
import type {
  ChangeCourseRequest,
  CourseQuery,
  CourseResponse,
  CourseSummary,
  CreateCourseRequest,
} from './courses.dto.js';
import { SlugTaken } from './courses.errors.js';
import { listCourses, lockCourse, openCourse, readCourse, requireOwn } from './courses.queries.js';
import { freeSlug, slugOf } from './slug.js';

interface NewCourse {
  readonly title: string;
  readonly summary?: string;
  readonly slug?: string;
  /** What a slug is made of where none is asked for; else the title. */
  readonly words?: string;
}

@Injectable()
export class CoursesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(author: Principal, query: CourseQuery): Promise<Page<CourseSummary>> {
    return listCourses(this.dataSource, author, query);
  }

  async get(author: Principal, id: string): Promise<CourseResponse> {
    await requireOwn(this.dataSource, author, { what: 'course', id });
    return readCourse(this.dataSource, id);
  }

  create(author: Principal, request: CreateCourseRequest, key: string | null): Promise<CourseResponse> {
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: 'courses', request }, async () => {
        const course = await this.draft(manager, author, request);
        return readCourse(manager, course.id);
      }),
    );
  }

  change(author: Principal, id: string, version: number, request: ChangeCourseRequest): Promise<CourseResponse> {
    return this.dataSource.transaction(async (manager) => {
      const course = await openCourse(manager, author, { what: 'course', id }, this.clock.now());
      requireVersion(version, course.version);
      if (request.slug !== undefined) await this.requireFree(manager, request.slug, id);
      const { policy, ...rest } = request;
      await manager.update(Course, { id }, { ...rest, policy: changedPolicy(course.policy, policy ?? {}) });
      return readCourse(manager, id);
    });
  }

  /** Repeating it changes and announces nothing. */
  archive(author: Principal, id: string): Promise<CourseResponse> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const course = await lockCourse(manager, author, { what: 'course', id });
      if (!course.isArchived) {
        await manager.update(Course, { id }, { isArchived: true, version: course.version + 1, updatedAt: now });
        await this.outbox.add(manager, CourseArchived, { courseId: id, archivedAt: now.toISOString() });
      }
      return readCourse(manager, id);
    });
  }

  /** A course without sections, for its author to fill; a slug that was only made of the title moves aside for others. */
  async draft(manager: EntityManager, author: Principal, { title, summary = '', slug, words }: NewCourse): Promise<Course> {
    const now = this.clock.now();
    if (slug !== undefined) await this.requireFree(manager, slug, null);
    const course = manager.create(Course, {
      id: randomUUID(),
      slug: slug ?? (await this.inventSlug(manager, words ?? title)),
      title,
      summary,
      ownerId: author.id,
      version: 1,
      publication: null,
      isArchived: false,
      policy: {},
      createdAt: now,
      updatedAt: now,
    });
    await manager.insert(Course, course);
    return course;
  }

  private async requireFree(manager: EntityManager, slug: string, id: string | null): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [slugLock]);
    const sql = 'SELECT id FROM course WHERE slug = $1 AND id IS DISTINCT FROM $2';
    if ((await rows(manager, sql, [slug, id])).length > 0) throw new SlugTaken(slug);
  }

  private async inventSlug(manager: EntityManager, words: string): Promise<string> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [slugLock]);
    const wanted = slugOf(words);
    const sql = `SELECT slug FROM course WHERE slug = $1 OR slug LIKE $1 || '-%'`;
    const taken = await rows<{ slug: string }>(manager, sql, [wanted]);
    return freeSlug(wanted, new Set(taken.map((course) => course.slug)));
  }
}

/** One course is named at a time, so that two do not race for a slug. */
const slugLock = 7_247_002;
