import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { createApi } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { apiAs } from './keys.js';
import { person } from './people.js';
import { canary, questions, secrets } from './secrets.js';
import { seen, Visitor } from './visitor.js';
import { Watched } from './watched.js';

const password = 'three quiet foxes by the river';
/** A whole paper in a real browser, on a machine that may be busy. */
const minutes = 300_000;

/** @returns the path of its only section. */
async function publishSecrets(url: string): Promise<string> {
  const author = await apiAs(url, person('author').email, person('author').password);
  const course = await author.content.createCourse('Full of secrets');
  const section = await author.content.addSection(course.id, 'Secrets');
  for (const question of questions) await author.content.addQuestion(section.id, question);
  await author.content.changeSection(section.id, section.version, {
    policy: {
      passMark: 0,
      review: 'never',
      shuffleQuestions: false,
      pools: [{ tags: [`${canary} tag`], difficulty: null, count: questions.length }],
      practice: { triesMax: 3, retryPenalty: '1/3' },
    },
  });
  const bank = JSON.stringify(await author.content.questions(section.id, { limit: 200 }));
  // What is looked for is there to be found.
  for (const secret of secrets.source.split('|')) expect(bank).toMatch(new RegExp(secret));
  await author.content.publish(course.id, (await author.content.course(course.id)).version);
  await eventually(() =>
    createApi({ baseUrl: url })
      .quiz.course(course.id)
      .then(
        () => true,
        () => false,
      ),
  );
  return `/courses/${course.id}/sections/${section.id}`;
}

const first = (page: Page) => page.getByRole('heading', { name: `Question 1 of ${questions.length}` }).waitFor();
const last = (page: Page) =>
  page.getByRole('heading', { name: `Question ${questions.length} of ${questions.length}` }).waitFor();

/** Something for every type, on the whole paper. */
async function answerAll(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('radio', { name: 'This one' }).check();
  await main.getByRole('checkbox', { name: 'That one' }).check();
  await main.getByRole('radio', { name: 'False' }).check();
  await main.getByRole('textbox', { name: 'short text' }).fill('a guess');
  await main.getByRole('textbox', { name: 'number' }).fill('7 m');
  await main.getByRole('combobox', { name: 'Part a' }).selectOption({ index: 1 });
  await main.getByRole('button', { name: 'Keep this order' }).click();
  await main.getByRole('textbox', { name: 'Gap 1 of 3' }).fill('a guess');
  await main.getByRole('textbox', { name: 'Gap 2 of 3' }).fill('7');
  await main.getByRole('combobox', { name: 'Gap 3 of 3' }).selectOption('This one');
  await main.getByRole('textbox', { name: 'essay' }).fill('Because it is so.');
  await seen(page, 'All answers saved');
}

describeWithBrowser('what a learner may not know', () => {
  let stack: Stack;
  let browser: Browser;
  let sectionPath: string;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    sectionPath = await publishSecrets(stack.url);
  }, minutes);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it(
    'never reaches the browser: not on the section page, in the quiz, in its result, nor in practice before a try',
    async () => {
      const email = 'curious@example.org';
      await createApi({ baseUrl: stack.url }).auth.join({ email, password, displayName: 'The curious' });
      const visitor = await Visitor.open(browser, stack.url);
      const { page } = visitor;
      const watched = new Watched(page);
      const main = page.getByRole('main');
      await visitor.signIn(email, password);
      await visitor.go(sectionPath, 'Secrets');
      await main.getByRole('button', { name: 'Start the quiz' }).waitFor();
      await watched.expectNoSecret('on the section page');

      await main.getByRole('button', { name: 'Start the quiz' }).click();
      await first(page);
      await main.getByRole('button', { name: 'Flag' }).click();
      await watched.expectNoSecret('in front of the paper');
      expect(await watched.answers()).toContain('A question of the type ordering');

      await main.getByRole('link', { name: 'Whole paper' }).click();
      await last(page);
      await answerAll(page);
      await watched.expectNoSecret('with everything answered');
      await page.reload();
      await last(page);
      await watched.expectNoSecret('after a reload');

      await main.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
      await seen(page, /The author of this quiz does not show/);
      await page.reload();
      await seen(page, /The author of this quiz does not show/);
      await watched.expectNoSecret('with the result');

      await visitor.go(sectionPath, 'Secrets');
      await main.getByRole('button', { name: 'Practise' }).click();
      await first(page);
      await page.reload();
      await first(page);
      await watched.expectNoSecret('in practice, before a try');
      await visitor.close();
    },
    minutes,
  );
});
