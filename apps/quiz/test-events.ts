import { randomUUID } from 'node:crypto';

import {
  AttemptGraded,
  AttemptRegraded,
  AttemptSubmitted,
  AttemptVoided,
  CoursePublished,
  type DataOf,
  type EventContract,
  type Policy,
  type PublishedSection,
  questionSchema,
  SectionPublished,
  UserChanged,
} from '#libs/contracts';
import type { Delivery } from '#libs/messaging';
import type { z } from 'zod';

import type { AttemptResponse } from './src/attempts/attempts.dto.js';
import { CatalogEvents } from './src/catalog/catalog.events.js';
import { AchievementsEvents } from './src/credentials/achievements.events.js';
import { PeopleEvents } from './src/people/people.events.js';
import { RegradesEvents } from './src/regrades/regrades.events.js';
import { RenewalsEvents } from './src/renewals/renewals.events.js';
import type { Actor, QuizUnderTest } from './test-support.js';

/** Appears in every key, feedback and explanation of the built questions, and nowhere else. */
export const canary = 'CANARY';

type SectionGiven = Partial<Omit<z.input<typeof SectionPublished.schema>, 'policy'>> & { policy?: Partial<Policy> };

/** A question whose first option is right; each option says in its feedback what nobody may see early. */
export function singleChoice(given: Partial<Extract<z.input<typeof questionSchema>, { type: 'single_choice' }>> = {}) {
  return questionSchema.parse({
    id: randomUUID(),
    version: 1,
    type: 'single_choice',
    stem: 'Which one?',
    explanation: `${canary} explanation`,
    options: ['right', 'wrong', 'false', 'no'].map((text, at) => ({
      id: `o${at}`,
      text,
      isKey: at === 0,
      feedback: `${canary} feedback ${at}`,
    })),
    ...given,
  });
}

export interface Published {
  readonly courseId: string;
  readonly sections: readonly PublishedSection[];
}

/** Delivers a course to the read model as `content` would: sections first, then the manifest. */
export async function publish(
  quiz: QuizUnderTest,
  given: readonly SectionGiven[],
  course: { id: string; publication: number; ownerId?: string; certificateValidDays?: number } = {
    id: randomUUID(),
    publication: 1,
  },
): Promise<Published> {
  const sections = given.map((section, position) =>
    SectionPublished.schema.parse({
      courseId: course.id,
      publication: course.publication,
      sectionId: randomUUID(),
      position,
      title: `Section ${position + 1}`,
      questions: [singleChoice(), singleChoice(), singleChoice(), singleChoice(), singleChoice()],
      ...section,
      policy: section.policy ?? {},
    }),
  );
  const events = quiz.part(CatalogEvents);
  for (const section of sections)
    await deliver(quiz, SectionPublished, section, (delivery) => events.keepSection(delivery));
  const manifest = {
    courseId: course.id,
    publication: course.publication,
    ownerId: course.ownerId,
    slug: `course-${course.id}`,
    title: 'Backend',
    summary: 'All of it.',
    language: 'en',
    sectionIds: sections.map((section) => section.sectionId),
    certificateValidDays: course.certificateValidDays,
    publishedAt: '2030-01-01T00:00:00.000Z',
  };
  await deliver(quiz, CoursePublished, manifest, (delivery) => events.goLive(delivery));
  return { courseId: course.id, sections };
}

export function introduce(
  quiz: QuizUnderTest,
  { id, roles }: Actor,
  { displayName = 'Ada Lovelace', version = 1 }: { displayName?: string; version?: number } = {},
): Promise<void> {
  return announceUser(quiz, { userId: id, roles: [...roles], displayName, version });
}

/** What `auth` announces of an account; the address is the id at example.org. */
export async function announceUser(
  quiz: QuizUnderTest,
  given: Partial<DataOf<typeof UserChanged>> & { userId: string },
): Promise<void> {
  const user = {
    version: 1,
    email: `${given.userId}@example.org`,
    displayName: 'Ada Lovelace',
    roles: ['learner' as const],
    status: 'active' as const,
    tokensValidFrom: '2020-01-01T00:00:00.000Z',
    ...given,
  };
  await deliver(quiz, UserChanged, user, (delivery) => quiz.part(PeopleEvents).keep(delivery));
}

/** What every built question is answered with; a number says how many are answered right, the first ones. */
type Answering = string | number;

export async function beginQuiz(quiz: QuizUnderTest, who: Actor, sectionId: string): Promise<AttemptResponse> {
  return (await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`)).body;
}

export async function finishQuiz(
  quiz: QuizUnderTest,
  who: Actor,
  attempt: AttemptResponse,
  answering: Answering = 'right',
): Promise<AttemptResponse> {
  const textAt = (at: number) => (typeof answering === 'string' ? answering : at < answering ? 'right' : 'wrong');
  const answers = attempt.questions.map((question, at) => ({
    questionId: question.id,
    sequence: 1,
    answer: answerTo(question, textAt(at)),
  }));
  return (await quiz.call<AttemptResponse>(who, `POST /attempts/${attempt.id}:submit`, { answers })).body;
}

/** Takes the quiz of a section from start to grade. */
export async function takeQuiz(
  quiz: QuizUnderTest,
  who: Actor,
  sectionId: string,
  answering?: Answering,
): Promise<AttemptResponse> {
  return finishQuiz(quiz, who, await beginQuiz(quiz, who, sectionId), answering);
}

/** Hands the announcements of attempts to the consumer of achievements, as often as told. */
export async function deliverGrades(quiz: QuizUnderTest, learnerId: string, times = 1): Promise<void> {
  const events = quiz.part(AchievementsEvents);
  const announced: { type: string; data: never }[] = await quiz.dataSource.query(
    `SELECT type, data FROM outbox WHERE topic = 'quiz.attempts' AND data ->> 'learnerId' = $1 ORDER BY id`,
    [learnerId],
  );
  for (let time = 0; time < times; time += 1) {
    for (const { type, data } of announced) {
      if (type === AttemptGraded.type) await deliver(quiz, AttemptGraded, data, (delivery) => events.award(delivery));
      if (type === AttemptRegraded.type)
        await deliver(quiz, AttemptRegraded, data, (delivery) => events.resettle(delivery));
      if (type === AttemptVoided.type) await deliver(quiz, AttemptVoided, data, (delivery) => events.settle(delivery));
    }
  }
}

/** Hands what became of a learner's attempts to the consumer of renewals. */
export async function deliverRenewals(quiz: QuizUnderTest, learnerId: string): Promise<void> {
  const events = quiz.part(RenewalsEvents);
  const announced: { type: string; data: never }[] = await quiz.dataSource.query(
    `SELECT type, data FROM outbox WHERE topic = 'quiz.attempts' AND data ->> 'learnerId' = $1 ORDER BY id`,
    [learnerId],
  );
  for (const { type, data } of announced) {
    if (type === AttemptGraded.type) await deliver(quiz, AttemptGraded, data, (delivery) => events.graded(delivery));
    if (type === AttemptRegraded.type)
      await deliver(quiz, AttemptRegraded, data, (delivery) => events.regraded(delivery));
    if (type === AttemptVoided.type) await deliver(quiz, AttemptVoided, data, (delivery) => events.voided(delivery));
  }
}

/** Hands the ends of attempts at a section to the consumer of regrades. */
export async function deliverEnds(quiz: QuizUnderTest, sectionId: string): Promise<void> {
  const events = quiz.part(RegradesEvents);
  const announced: { type: string; data: never }[] = await quiz.dataSource.query(
    `SELECT type, data FROM outbox WHERE topic = 'quiz.attempts' AND data ->> 'sectionId' = $1 ORDER BY id`,
    [sectionId],
  );
  for (const { type, data } of announced) {
    if (type === AttemptGraded.type) await deliver(quiz, AttemptGraded, data, (delivery) => events.graded(delivery));
    if (type === AttemptSubmitted.type)
      await deliver(quiz, AttemptSubmitted, data, (delivery) => events.submitted(delivery));
  }
}

/** One event, once, in a transaction as the inbox gives it. */
export async function deliver<Contract extends EventContract>(
  quiz: QuizUnderTest,
  contract: Contract,
  data: z.input<Contract['schema']>,
  handle: (delivery: Delivery<Contract>) => Promise<void>,
): Promise<void> {
  const envelope = { id: randomUUID(), type: contract.type, source: 'test', time: '2030-01-01T00:00:00Z', key: 'key' };
  await quiz.dataSource.transaction(async (manager) => {
    const event = { ...envelope, data: contract.schema.parse(data) } as Delivery<Contract>['event'];
    await handle({ event, manager });
  });
}

/** The answer to a built question that earns its mark, by the texts that the paper shows. */
export function answerTo(question: { options?: readonly { id: string; text: string }[] }, text = 'right') {
  const option = question.options?.find((candidate) => candidate.text === text);
  if (option === undefined) throw new Error(`The paper has no option “${text}”.`);
  return { choice: option.id };
}
