import { fileURLToPath } from 'node:url';

import { loadCourse } from '../../apps/standalone/src/shipped-course.js';
import { verifyBadges } from './badges.js';
import { Board } from './board.js';
import { author as authorPerson, castLearners, cohortNames, instructors, type Learner } from './cast.js';
import { Client, type Urls } from './client.js';
import { inspectCohort, type OpenCohort } from './cohort.js';
import { makeCourse, publish, readKeys, setPolicies, tryToPublishAMistake } from './course.js';
import type { Keys } from './answers.js';
import { showRevocation } from './formats.js';
import { playLearner } from './learner.js';
import { markEssays } from './marking.js';
import type { DemoOptions } from './options.js';
import { invitePeople, type SignedIn } from './people.js';
import { Random } from './random.js';
import { inspectQuestions, regradeSlip } from './regrade.js';
import type { CourseView, DashboardView } from './shapes.js';
import { heading, table } from './tables.js';
import { until } from './until.js';
import { addWorkshop, type Workshop } from './workshop.js';

const shippedCourse = fileURLToPath(new URL('../../../courses/python-backend', import.meta.url));

/** Plays everything through the public API and checks it. @returns what was wrong, one line each. */
export async function playStory(urls: Urls, options: DemoOptions): Promise<string[]> {
  const failures: string[] = [];
  const learners = castLearners(options.learners, new Random(options.seed));
  const people = await invitePeople(urls, options, learners);
  const course = await bringCourse(urls, options, failures);
  heading('The cohorts');
  const cohorts = await Promise.all(
    instructors.map((person) => openCohort(urls, person, { courseId: course.courseId, learners })),
  );
  const boards = cohorts.map((cohort) => new Board(urls, cohort));
  await playQuizzes({ people, course, failures });
  console.log(`${await markEssays(cohorts, new Random(options.seed))} essays were marked by hand`);
  for (const cohort of cohorts) failures.push(...(await settledCohort(cohort)));
  for (const board of boards) failures.push(...(await board.close()));
  const slip = { ...course, cohorts };
  failures.push(...(await inspectQuestions(slip, { isMended: false })), ...(await regradeSlip(slip)));
  for (const cohort of cohorts) failures.push(...(await settledCohort(cohort, { isQuiet: true })));
  failures.push(...(await inspectQuestions(slip, { isMended: true })));
  heading('The badges');
  const badges = await verifyBadges(urls, people);
  console.log(
    table(
      ['credential', 'issued', 'verified offline'],
      badges.counts.map(({ title, issued, verified }) => [title, issued, verified]),
    ),
  );
  return [...failures, ...badges.failures, ...(await showRevocation(urls, cohorts, people))];
}

interface PlayedCourse {
  readonly author: Client;
  readonly courseId: string;
  readonly workshop: Workshop;
  readonly keys: Keys;
}

/** Import, questions, policies, a refused mistake, publication; ends when `quiz` has heard of it. */
async function bringCourse(urls: Urls, { roadmap, baseUrl }: DemoOptions, failures: string[]): Promise<PlayedCourse> {
  heading('The course');
  const author = new Client(urls);
  await author.signIn(authorPerson.email, authorPerson.password);
  // A platform that runs already may have the shipped course, of another author.
  const slug = baseUrl === null ? undefined : 'python-backend-demo';
  const courseId =
    roadmap === null
      ? (await loadCourse({ baseUrl: urls.content, accessToken: author.token, folder: shippedCourse, slug })).courseId
      : await makeCourse(author, roadmap);
  await setPolicies(author, courseId);
  const workshop = await addWorkshop(author, courseId);
  const problems = await tryToPublishAMistake(author, courseId);
  if (problems.length === 0) failures.push('a course with an unanswerable question was published');
  else console.log(`A mistake is refused: ${problems.map((problem) => problem.detail).join(' ')}`);
  const publication = await publish(author, courseId);
  const course = await author.call<CourseView>('content', `/courses/${courseId}`);
  const keys = await readKeys(author, courseId, workshop.slipId);
  console.log(
    table(
      ['section', 'topics', 'questions'],
      course.sections.map((section) => [section.title, section.topics.length, section.questionCount]),
    ),
  );
  console.log(`Publication ${publication}: ${course.sections.length} sections, ${keys.size} questions`);
  await until(`publication ${publication} reaches quiz`, async () => {
    const seen = await author.call<{ publication: number }>('quiz', `/courses/${courseId}`).catch(() => null);
    return seen?.publication === publication;
  });
  return { author, courseId, workshop, keys };
}

async function openCohort(
  urls: Urls,
  person: (typeof instructors)[number],
  { courseId, learners }: { courseId: string; learners: readonly Learner[] },
): Promise<OpenCohort> {
  const instructor = new Client(urls);
  await instructor.signIn(person.email, person.password);
  const name = cohortNames[person.cohort] ?? 'Cohort';
  const emails = learners.filter((learner) => learner.cohort === person.cohort).map((learner) => learner.email);
  const { id: cohortId } = await instructor.call<{ id: string }>('quiz', '/cohorts', { body: { name, courseId } });
  await until(`the learners of ${name} are known to quiz`, async () => {
    const { items } = await instructor.call<{ items: { outcome: string }[] }>(
      'quiz',
      `/cohorts/${cohortId}/enrolments`,
      { body: { emails, invite: false } },
    );
    return items.every((item) => item.outcome !== 'unknown_address');
  });
  console.log(`${person.displayName} enrolled ${emails.length} learners in "${name}"`);
  return { instructor, cohortId, name };
}

/** Everybody at once, each at their own pace. */
async function playQuizzes({
  people,
  course,
  failures,
}: {
  people: readonly SignedIn[];
  course: PlayedCourse;
  failures: string[];
}): Promise<void> {
  const begun = Date.now();
  const present = people.filter(({ learner }) => learner.fate !== 'never_comes');
  const played = await Promise.all(present.map(({ client, learner }) => playLearner(client, learner, course)));
  const attempts = played.reduce((sum, one) => sum + one.attempts, 0);
  const expired = played.reduce((sum, one) => sum + one.expired, 0);
  console.log(
    `${played.length} learners took ${attempts} quizzes in ${((Date.now() - begun) / 1_000).toFixed(1)} s; ${expired} clocks ran out`,
  );
  for (const { survived } of played) {
    if (survived === null) continue;
    console.log(
      `One learner lost the network after ${survived.acknowledged} saved answers and found ${survived.found} of them on return`,
    );
    if (survived.found !== survived.acknowledged) failures.push('an acknowledged answer was lost');
  }
}

/** The cohort once its badges have followed its passes, counted again. @returns the differences. */
async function settledCohort(cohort: OpenCohort, { isQuiet = false } = {}): Promise<string[]> {
  const failures: string[] = [];
  await badgesOf(cohort).catch((error: unknown) => failures.push(String(error)));
  return [...failures, ...(await inspectCohort(cohort, { isQuiet }))];
}

/** Badges follow passes by event; this waits until they have. */
async function badgesOf({ instructor, cohortId, name }: OpenCohort): Promise<void> {
  await until(`the badges of ${name} are issued`, async () => {
    const { totals } = await instructor.call<DashboardView>('quiz', `/cohorts/${cohortId}/dashboard`);
    return totals.badges === totals.passes;
  });
}
