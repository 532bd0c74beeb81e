import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page, Route } from 'playwright-core';

import { createApi } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { apiAs } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

/** Everything happens within a second or two; a machine that is busy with other tests may need longer. */
const patience = { timeout: 60_000 };

/** A cohort of the shipped course with the demo learner in it. */
async function teach(url: string, name: string) {
  const instructor = person('instructor');
  const api = await apiAs(url, instructor.email, instructor.password);
  const { items } = await api.quiz.courses();
  const course = items[0]!; // the first start brings one
  const cohort = await api.quiz.createCohort({ name, courseId: course.id });
  await api.quiz.enrol(cohort.id, [person('learner').email]);
  const { sections } = await api.quiz.course(course.id);
  return { api, cohortId: cohort.id, courseId: course.id, section: sections[0]! }; // a course has sections
}

/** Starts a quiz in the browser of the learner and hands it in as it is. */
async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start|Try) / }).click();
  await page.getByRole('heading', { name: /^Question 1 / }).waitFor();
  await page.getByRole('button', { name: 'Hand in' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Hand in the quiz' });
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('Not passed', { exact: false }).first().waitFor();
}

const cellOf = (page: Page, name: string): Locator =>
  page
    .getByRole('row', { name: new RegExp(name) })
    .locator('td.cell')
    .nth(2);

describeWithBrowser('a live board in the browser', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('moves by itself when a learner in another browser hands in, falls back to asking, and comes back', async () => {
    const { cohortId, courseId, section } = await teach(stack.url, 'Live group');
    const instructor = await Visitor.open(browser, stack.url);
    await instructor.signIn(person('instructor').email, person('instructor').password);
    await instructor.go(`/cohorts/${cohortId}`, 'Live group');
    const { page } = instructor;
    await page.getByText(/^Live, \d+ s ago$/).waitFor(patience);
    await cellOf(page, 'Lea Learner')
      .getByText(/not started/)
      .waitFor(patience);

    const learner = await Visitor.open(browser, stack.url);
    await learner.signIn(person('learner').email, person('learner').password);
    await learner.page.goto(`${stack.url}/courses/${courseId}/sections/${section.id}`);
    await handIn(learner.page);

    // Nobody touches this page: only the stream can have moved it.
    await cellOf(page, 'Lea Learner')
      .getByText(/not passed yet, 0 %, 1 attempt/)
      .waitFor(patience);
    await page.getByText(/^Live, \d+ s ago$/).waitFor();
    await instructor.expectAccessible();

    const cut = (route: Route) => route.abort();
    await page.route('**/cohorts/*/live', cut);
    await page.reload();
    await page.getByText(/^Polling, \d+ s ago$/).waitFor(patience);
    await cellOf(page, 'Lea Learner')
      .getByText(/not passed yet/)
      .waitFor(patience);
    await instructor.expectAccessible();

    await page.unroute('**/cohorts/*/live', cut);
    await page.getByText(/^Live, \d+ s ago$/).waitFor(patience);

    await page.getByRole('button', { name: 'Hold still' }).click();
    await page.getByText(/^Paused, figures of /).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/^Live, \d+ s ago$/).waitFor(patience);
    await learner.close();
    await instructor.close();
  }, 240_000);

  it('is followed by its charts, which nobody pushes', async () => {
    const { api, cohortId, courseId, section } = await teach(stack.url, 'Followed group');
    const newcomer = {
      email: 'newcomer@example.org',
      password: 'nine calm herons on a roof',
      displayName: 'New Comer',
    };
    await createApi({ baseUrl: stack.url }).auth.join(newcomer);
    await eventually(async () => {
      const { counts } = await api.quiz.enrol(cohortId, [newcomer.email], { invite: false });
      return counts.enrolled === 1;
    });
    const { activity } = await api.quiz.insights(cohortId);
    const graded = activity.reduce((sum, day) => sum + day.graded, 0);

    const instructor = await Visitor.open(browser, stack.url);
    await instructor.signIn(person('instructor').email, person('instructor').password);
    await instructor.go(`/cohorts/${cohortId}?view=activity`, 'Followed group');
    const { page } = instructor;
    const words = (sum: number) => page.getByText(new RegExp(` ${sum} graded, `)).first();
    await page.getByText(/^Live, \d+ s ago$/).waitFor(patience);
    await words(graded).waitFor(patience);

    const learner = await Visitor.open(browser, stack.url);
    await learner.signIn(newcomer.email, newcomer.password);
    await learner.page.goto(`${stack.url}/courses/${courseId}/sections/${section.id}`);
    await handIn(learner.page);
    await words(graded + 1).waitFor(patience);
    await learner.close();
    await instructor.close();
  }, 240_000);

  it('keeps view, filters, sort and period in the address, and shows every chart as a table and a file', async () => {
    const { cohortId } = await teach(stack.url, 'Filter group');
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;
    await visitor.signIn(person('instructor').email, person('instructor').password);
    await visitor.go(`/cohorts/${cohortId}`, 'Filter group');
    await page.getByLabel('Find a learner').fill('lea');
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Everyone' });
    await page.getByRole('columnheader', { name: 'Passed' }).getByRole('button').click();
    await page.reload();
    expect(await page.getByLabel('Find a learner').inputValue()).toBe('lea');
    await page.getByRole('columnheader', { name: 'Passed' }).and(page.locator('[aria-sort=descending]')).waitFor();
    await page.getByLabel('State').selectOption('submitted');
    await seen(page, 'Nobody matches');
    await page.getByRole('button', { name: 'Show everyone' }).click();

    await page.getByRole('link', { name: 'Sections', exact: true }).click();
    await page.getByRole('heading', { name: 'Through the sections' }).waitFor();
    await visitor.expectAccessible();
    for (const button of await page.getByRole('button', { name: /^Show as table/ }).all()) await button.click();
    expect(await page.getByRole('table').count()).toBe(3);
    await visitor.expectAccessible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /^Download CSV\s*: Filter group sections/ })
        .first()
        .click(),
    ]);
    expect(file.suggestedFilename()).toBe('Filter-group-sections.csv');

    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await page.getByRole('button', { name: '7 days' }).click();
    await page.reload();
    await page.getByRole('button', { name: '7 days', pressed: true }).waitFor();
    expect(page.url()).toMatch(/view=activity.*from=|from=.*view=activity/);
    await visitor.expectAccessible();

    await page.getByRole('link', { name: 'Needs help', exact: true }).click();
    await seen(page, 'Who may need help');
    await visitor.expectAccessible();
    await visitor.close();
  }, 240_000);

  it('is walked by keyboard, down to a learner and a section', async () => {
    const { cohortId, section } = await teach(stack.url, 'Walked group');
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;
    await visitor.signIn(person('instructor').email, person('instructor').password);
    await visitor.go(`/cohorts/${cohortId}`, 'Walked group');
    const grid = page.getByRole('grid');
    await visitor.tabTo(grid);
    await page.keyboard.press('End');
    await page.getByText(/^Lea Learner, Monitoring: /).waitFor();
    await page.keyboard.press('Home');
    await page.getByText(new RegExp(`^Lea Learner, ${section.title.slice(0, 10)}`)).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Lea Learner' }).waitFor();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await seen(page, 'Came into the cohort');
    await visitor.expectAccessible();
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: section.title }).waitFor();
    await page.getByRole('rowheader', { name: 'Lea Learner' }).waitFor();
    await visitor.expectAccessible();
    await visitor.close();
  }, 240_000);

  it.each(['light', 'dark'] as const)(
    'fits a narrow screen, as do the overviews, %s',
    async (colorScheme) => {
      const { cohortId, courseId } = await teach(stack.url, `Narrow ${colorScheme}`);
      const narrow = { viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme };
      const pages: [Parameters<typeof person>[0], string, string | RegExp][] = [
        ['instructor', `/cohorts/${cohortId}`, /^Narrow/],
        ['instructor', `/cohorts/${cohortId}?view=sections`, /^Narrow/],
        ['instructor', `/cohorts/${cohortId}?view=activity`, /^Narrow/],
        ['admin', '/admin/overview', 'Overview'],
        ['author', `/author/courses/${courseId}/overview`, 'How the course does'],
      ];
      for (const role of ['instructor', 'admin', 'author'] as const) {
        const visitor = await Visitor.open(browser, stack.url, narrow);
        await visitor.signIn(person(role).email, person(role).password);
        for (const [who, path, heading] of pages) {
          if (who !== role) continue;
          await visitor.go(path, heading);
          await visitor.page.getByRole('heading', { level: 2 }).first().waitFor();
          await visitor.expectAccessible();
          await visitor.expectNoSidewaysScroll();
        }
        await visitor.close();
      }
    },
    240_000,
  );
});
