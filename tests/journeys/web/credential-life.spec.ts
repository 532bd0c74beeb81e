import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import type { Answer, Api, Attempt } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { answerKeys, apiAs, keepPressable, type Press, rightPress } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

/** Generous: a busy machine is no reason to fail. */
const journeyMs = 180_000;

describeWithBrowser('the life of a badge, in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let author: Api;
  let learner: Api;
  let course: { id: string; slug: string; sectionId: string };
  let badge: { id: string; title: string };

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    author = await apiAs(stack.url, person('author').email, person('author').password);
    learner = await apiAs(stack.url, person('learner').email, person('learner').password);
    await keepPressable(author);
    course = await publishWithEnd(30);
    await answerRight(await learner.quiz.start(course.sectionId));
    await eventually(async () => expect((await learner.quiz.myCredentials()).items).toHaveLength(1), {
      withinMs: 60_000,
    });
    badge = (await learner.quiz.myCredentials()).items[0]!; // one was awaited
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** From now on the badges of the course hold for so many days. */
  async function publishWithEnd(credentialValidDays: number) {
    const [summary] = (await author.content.courses()).items;
    const { id, version, slug, sections } = await author.content.course(summary?.id ?? '');
    const changed = await author.content.changeCourse(id, version, { policy: { credentialValidDays } });
    const { publication } = await author.content.publish(id, changed.version);
    await eventually(async () => expect((await learner.quiz.course(id)).publication).toBe(publication), {
      withinMs: 60_000,
    });
    return { id, slug, sectionId: sections[0]?.id ?? '' };
  }

  async function answerRight(attempt: Attempt): Promise<void> {
    const keys = await answerKeys(author, attempt.sectionId);
    const answers = attempt.questions.map((question) => ({
      questionId: question.id,
      sequence: 1,
      answer: answerOf(question, rightPress(question, keys.get(question.id))),
    }));
    await learner.quiz.submit(attempt.id, answers);
  }

  it(
    'that ends soon is renewed by a shorter quiz, which counts for nothing else',
    async () => {
      const visitor = await Visitor.open(browser, stack.url);
      const { page } = visitor;
      const { email, password } = person('learner');
      await visitor.signIn(email, password);
      await page.goto(`${stack.url}/courses/${course.slug}/sections/${course.sectionId}`);
      await seen(page, 'Your badge expires on');
      await visitor.expectAccessible();
      await visitor.go('/credentials', 'My badges');
      const [pdf] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('link', { name: /^PDF of/ })
          .first()
          .click(),
      ]);
      expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
      await page.getByRole('button', { name: 'Renew the badge' }).click();
      await page.getByRole('heading', { level: 1, name: `Renewal: ${badge.title}` }).waitFor();
      await visitor.expectAccessible();
      const attemptId = new URL(page.url()).pathname.split('/')[2] ?? '';
      await answerRight(await learner.quiz.attempt(attemptId));
      await page.goto(`${stack.url}/attempts/${attemptId}/review`);
      await page.getByRole('heading', { level: 1, name: 'Result of renewal 1' }).waitFor();
      await seen(page, `The badge “${badge.title}” holds until`);
      await visitor.expectAccessible();
      expect((await learner.quiz.attempts(course.sectionId)).items).toHaveLength(1);
      await visitor.close();
    },
    journeyMs,
  );

  it(
    'is suspended and revoked by the instructor, with a reason that stays on record',
    async () => {
      const instructor = await apiAs(stack.url, person('instructor').email, person('instructor').password);
      const cohort = await instructor.quiz.createCohort({ name: 'Monday group', courseId: course.id });
      await instructor.quiz.enrol(cohort.id, [person('learner').email]);
      const [enrolled] = (await instructor.quiz.learners(cohort.id)).items;
      const visitor = await Visitor.open(browser, stack.url);
      const { page } = visitor;
      await visitor.signIn(person('instructor').email, person('instructor').password);
      await page.goto(`${stack.url}/cohorts/${cohort.id}/learners/${enrolled?.learnerId ?? ''}`);
      const held = page.getByRole('region', { name: 'Badges and certificates' });
      await held.getByText('Valid', { exact: true }).waitFor();

      await held.getByRole('button', { name: /^Suspend/ }).click();
      await page.getByLabel('Reason').fill('Under review after a hint.');
      await visitor.expectAccessible();
      await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
      await held.getByText('Suspended', { exact: true }).waitFor();
      await seen(page, 'Under review after a hint.');

      await held.getByRole('button', { name: /^Revoke/ }).click();
      await page.getByLabel('Reason').fill('It was copied.');
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await held.getByText('Revoked', { exact: true }).waitFor();
      await held.getByRole('button', { name: /^History/ }).click();
      await held.getByText('Renewed', { exact: true }).waitFor();
      await visitor.expectAccessible();
      await page.getByRole('button', { name: /^Void/ }).first().click();
      await page.getByRole('dialog').getByLabel('Reason').fill('It was copied as well.');
      await visitor.expectAccessible();
      await page.getByRole('dialog').getByRole('button', { name: 'Void the attempt' }).click();
      await seen(page, /was voided: It was copied as well\./);
      await page.setViewportSize({ width: 375, height: 800 });
      await visitor.expectNoSidewaysScroll();
      await page.goto(`${stack.url}/c/${badge.id}`);
      await seen(page, 'It was copied.');
      await visitor.close();

      const holder = await Visitor.open(browser, stack.url);
      await holder.signIn(person('learner').email, person('learner').password);
      await holder.page.goto(`${stack.url}/c/${badge.id}`);
      const decided = holder.page.getByRole('region', { name: 'What was decided' });
      await decided
        .getByText(`by ${person('instructor').displayName}`)
        .first()
        .waitFor();
      await decided.getByText('Under review after a hint.').waitFor();
      await decided.getByText('It was copied.').waitFor();
      await holder.expectAccessible();
      await holder.close();
    },
    journeyMs,
  );

  it(
    'is found by administrators among all of them',
    async () => {
      const visitor = await Visitor.open(browser, stack.url);
      const { page } = visitor;
      await visitor.signIn(person('admin').email, person('admin').password);
      await visitor.go('/admin/credentials?status=revoked', 'Credentials');
      await page.getByRole('list', { name: 'Credentials' }).getByRole('link', { name: badge.title }).waitFor();
      await visitor.expectAccessible();
      await page.getByLabel('Find by name, email, title or id').fill('nobody at all');
      await seen(page, 'Nothing matches');
      expect(page.url()).toContain('search=nobody');
      await page.setViewportSize({ width: 375, height: 800 });
      await visitor.expectNoSidewaysScroll();
      await visitor.close();
    },
    journeyMs,
  );
});

function answerOf({ type, options }: Attempt['questions'][number], press: Press): Answer {
  if ('text' in press) return { text: press.text };
  if (type === 'true_false') return { value: press.digits[0] === 1 };
  const chosen = press.digits.map((digit) => options?.[digit - 1]?.id ?? '');
  return type === 'single_choice' ? { choice: chosen[0] ?? '' } : { choices: chosen };
}
