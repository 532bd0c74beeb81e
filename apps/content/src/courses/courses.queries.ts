import { hasRole, NotFound, type Page, type PageQuery, type Principal, readCursor, rows, toPage } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';

import { ownPolicy } from "../sections/policies.dto.js";
import { type OwnPolicy, shownPolicy } from '../sections/policy.js';
import { sectionsOf } from '../sections/sections.queries.js';
import { Course } from './course.entity.js';
import type { CourseResponse, CourseSummary } from './courses.dto.js';
import { CourseIsArchived } from './courses.errors.js';

const courseIdOf = {
  course: ':id',
  section: '(SELECT course_id FROM section WHERE id = :id)',
  question:
    '(SELECT section.course_id FROM question JOIN section ON section.id = question.section_id WHERE question.id = :id)',
} as const;

/** How a course is found: by itself or by something in it. */
export interface Inside {
  readonly what: keyof typeof courseIdOf;
  readonly id: string;
}

/**
 * Locks the course for a change, so that everything in one course changes one after the other: positions stay dense, and
 * a publication is never made of half an edit. The course's version grows with whatever is changed in it.
 * @throws NotFound when there is none, or it belongs to somebody else; CourseIsArchived.
 */
export async function openCourse(
  manager: EntityManager,
  principal: Principal,
  { what, id }: Inside,
  now: Date,
): Promise<Course> {
  const course = await lockCourse(manager, principal, { what, id });
  if (course.isArchived) throw new CourseIsArchived();
  await manager.update(Course, course.id, { version: course.version + 1, updatedAt: now });
  return course;
}

/** The course as it is, locked until the transaction ends. */
export async function lockCourse(
  manager: EntityManager,
  principal: Principal,
  { what, id }: Inside,
): Promise<Course> {
  const course = await manager
    .createQueryBuilder(Course, 'course')
    .where(`course.id = ${courseIdOf[what]}`, { id })
    .setLock('pessimistic_write')
    .getOne();
  if (course === null || !mayAuthor(principal, course.ownerId)) throw new NotFound(what);
  return course;
}

/** @throws NotFound when there is no such thing, or it belongs to somebody else's course. */
export async function requireOwn(manager: EntityManager | DataSource, principal: Principal, { what, id }: Inside): Promise<void> {
  const sql = `SELECT owner_id FROM course WHERE id = ${courseIdOf[what].replace(':id', '$1')}`;
  const [course] = await rows<{ owner_id: string }>(manager, sql, [id]);
  if (course === undefined || !mayAuthor(principal, course.owner_id)) throw new NotFound(what);
}

function mayAuthor(principal: Principal, ownerId: string): boolean {
  return ownerId === principal.id || hasRole(principal, 'admin');
}

type SummaryRow = Omit<CourseSummary, 'updatedAt'> & { updatedAt: Date };

const summaryColumns = `id, slug, title, summary, owner_id AS "ownerId", version, publication,
  is_archived AS "isArchived", updated_at AS "updatedAt"`;

/** The course with its sections; the caller has made sure whose it is. */
export async function readCourse(manager: EntityManager | DataSource, id: string): Promise<CourseResponse> {
  const sql = `SELECT ${summaryColumns}, policy FROM course WHERE id = $1`;
  const [found] = await rows<SummaryRow & { policy: OwnPolicy }>(manager, sql, [id]);
  if (found === undefined) throw new NotFound('course');
  const { policy, ...course } = found;
  return { ...summaryOf(course), policy: ownPolicy.parse(shownPolicy(policy)), sections: await sectionsOf(manager, id) };
}

const courseList = 'content.courses';
const courseListKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** The caller's courses, an admin's all, newest change first. */
export async function listCourses(
  dataSource: DataSource,
  principal: Principal,
  { limit, cursor }: PageQuery,
): Promise<Page<CourseSummary>> {
  const after = readCursor(courseList, cursor, courseListKey);
  const owner = hasRole(principal, 'admin') ? null : principal.id;
  const found = await rows<SummaryRow>(
    dataSource,
    `SELECT ${summaryColumns} FROM course
     WHERE ($1::uuid IS NULL OR owner_id = $1)
       AND ($2::timestamptz IS NULL OR (updated_at, id) < ($2, $3::uuid))
     ORDER BY updated_at DESC, id DESC LIMIT $4`,
    [owner, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return toPage(courseList, found, limit, {
    item: summaryOf,
    key: (course) => [course.updatedAt.toISOString(), course.id],
  });
}

function summaryOf(course: SummaryRow): CourseSummary {
  return { ...course, updatedAt: course.updatedAt.toISOString() };
}
