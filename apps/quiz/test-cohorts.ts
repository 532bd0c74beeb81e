import { randomUUID } from 'node:crypto';

import { expect } from '@jest/globals';

import { introduce, publish, type Published } from './test-events.js';
import { type Actor, learner, type QuizUnderTest } from './test-support.js';

/** A course with a cohort, those who learn in it and those who answer for it. */
export interface Taught extends Published {
  readonly owner: Actor;
  readonly teacher: Actor;
  readonly cohortId: string;
  readonly path: string;
  readonly learners: readonly Actor[];
}

export const emailOf = ({ id }: Actor): string => `${id}@example.org`;

/** Somebody whom `auth` has announced. */
export async function person(quiz: QuizUnderTest, roles: Actor['roles'], displayName = 'Ada Lovelace'): Promise<Actor> {
  const actor = { id: randomUUID(), roles };
  await introduce(quiz, actor, { displayName });
  return actor;
}

/** Takes in learners who are known. */
export async function enrol(
  quiz: QuizUnderTest,
  { teacher, path }: Pick<Taught, 'teacher' | 'path'>,
  learners: readonly Actor[],
): Promise<void> {
  const { status } = await quiz.call(teacher, `POST ${path}/enrolments`, { emails: learners.map(emailOf) });
  expect(status).toBe(200);
}

/** A cohort of learners with these names in a new course of so many sections. */
export async function teachCohort(
  quiz: QuizUnderTest,
  names: readonly string[],
  { sections = 2, policy = {} }: { sections?: number; policy?: object } = {},
): Promise<Taught> {
  const owner: Actor = { id: randomUUID(), roles: ['author'] };
  const published = Array.from({ length: sections }, () => ({ policy }));
  const course = await publish(quiz, published, { id: randomUUID(), publication: 1, ownerId: owner.id });
  const teacher = await person(quiz, ['instructor']);
  const learners = names.map(() => learner());
  for (const [at, who] of learners.entries()) await introduce(quiz, who, { displayName: names[at] });
  const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'X', courseId: course.courseId });
  const taught = { ...course, owner, teacher, cohortId: body.id, path: `/cohorts/${body.id}`, learners };
  await enrol(quiz, taught, learners);
  return taught;
}
