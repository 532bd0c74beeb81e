import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { createApi, type Api } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { publishEveryType, right } from './every-type.js';
import { apiAs } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';
const minutes = 300_000;

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const gift = `::capital:: What is the capital of France? {=Paris ~Lyon#Lyon is large, but no.}

::broken:: Which one? {~a ~b}
`;

describeWithBrowser('authors at work, in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let author: Api;
  let published: { courseId: string; sectionId: string };

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    author = await apiAs(stack.url, person('author').email, person('author').password);
    published = await publishEveryType(stack.url);
    // What was published arrives by way of the broker.
    await eventually(() =>
      createApi({ baseUrl: stack.url })
        .quiz.course(published.courseId)
        .then(
          () => true,
          () => false,
        ),
    );
  }, minutes);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function arrive(options: Parameters<typeof Visitor.open>[2] = {}): Promise<Visitor> {
    const visitor = await Visitor.open(browser, stack.url, options);
    await visitor.signIn(person('author').email, person('author').password);
    return visitor;
  }

  /** Someone who handed in a number that is wrong by the key, and an essay. */
  async function handIn(name: string): Promise<{ learner: Api; attemptId: string }> {
    const email = `${name}@example.org`;
    await createApi({ baseUrl: stack.url }).auth.join({ email, password, displayName: `The ${name}` });
    const learner = await apiAs(stack.url, email, password);
    const attempt = await learner.quiz.start(published.sectionId);
    const idOf = (type: string) => attempt.questions.find((question) => question.type === type)?.id ?? '';
    await learner.quiz.submit(attempt.id, [
      { questionId: idOf('numeric'), sequence: 1, answer: { text: '25' } },
      { questionId: idOf('essay'), sequence: 1, answer: { essay: right.essay } },
    ]);
    return { learner, attemptId: attempt.id };
  }

  it(
    'write a question, try it as a learner, import a file, change the policy and publish',
    async () => {
      const course = await author.content.createCourse('Capitals');
      const section = await author.content.addSection(course.id, 'Europe');
      const path = `/author/courses/${course.id}/sections/${section.id}`;
      const visitor = await arrive();
      const { page } = visitor;
      const main = page.getByRole('main');
      await visitor.go(path, 'Europe');
      await seen(page, 'No questions yet');
      await main.getByRole('link', { name: 'New question' }).click();
      await page.getByRole('heading', { level: 1, name: 'New question' }).waitFor();
      await main.getByRole('link', { name: 'Matching' }).click();
      await seen(page, 'Before it can be published');
      await visitor.expectAccessible();
      await main.getByRole('textbox', { name: 'Question', exact: true }).fill('Which capital has each country?');
      for (const [index, [country, capital]] of [
        ['Spain', 'Madrid'],
        ['Italy', 'Rome'],
      ].entries()) {
        await main.getByLabel(`Text of choice ${index + 1}`).fill(capital ?? '');
        await main.getByLabel(`Text of prompt ${index + 1}`).fill(country ?? '');
      }
      expect(await main.getByLabel('Prompt 2 belongs to').inputValue()).toBe('b');
      await seen(page, 'Not saved yet; kept on this device');

      await page.reload();
      await seen(page, 'You are going on with what you left unsaved on this device.');
      expect(await main.getByLabel('Text of choice 2').inputValue()).toBe('Rome');
      for (const country of ['Spain', 'Italy']) {
        const select = main.getByRole('combobox', { name: country, exact: true });
        // The preview follows what is in the form; the choices stand in an order of their own.
        await select.getByRole('option', { name: /Madrid$/ }).waitFor({ state: 'attached' });
        const labels = await select.getByRole('option').allTextContents();
        await select.selectOption({ label: labels.find((label) => label.endsWith('Madrid')) ?? '' });
      }
      await main.getByRole('button', { name: 'Try this answer' }).click();
      await main.getByText('Partly right', { exact: true }).first().waitFor();
      await main.getByText('0.5 of 1', { exact: true }).waitFor();
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Save question' }).click();
      await seen(page, 'Saved as version 1');

      await visitor.go(path, 'Europe');
      await seen(page, 'Which capital has each country?');
      await main.getByRole('link', { name: 'Import and export' }).click();
      await main.getByLabel('Or paste the questions').fill(gift);
      await main.getByRole('button', { name: 'Check the file' }).click();
      await main.getByRole('heading', { name: 'Trial: 1 question would be imported, 1 refused' }).waitFor();
      await seen(page, 'Read as GIFT.');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Import 1 question' }).click();
      await main.getByRole('heading', { name: '1 question imported, 1 refused', exact: true }).waitFor();
      await visitor.expectAccessible();

      await main.getByRole('link', { name: 'Policy' }).click();
      await main.getByRole('button', { name: 'Change here: Percent needed to pass' }).click();
      await main.getByRole('spinbutton', { name: 'Percent needed to pass' }).fill('65');
      await main.getByRole('button', { name: 'Change here: What counts' }).click();
      await main.getByLabel('The grade of the section is').selectOption('mean');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Save policy' }).click();
      await seen(page, 'Saved. It counts from the next publication on.');
      await main.getByRole('button', { name: 'Inherit again: What counts' }).click();
      await main.getByRole('button', { name: 'Save policy' }).click();
      await eventually(async () => {
        const { policy, policySources } = (await author.content.course(course.id)).sections[0]!; // it was made above
        return (
          policy.passMark === 0.65 && policySources.passMark === 'section' && policySources.aggregation === 'default'
        );
      });

      await main.getByRole('link', { name: 'Capitals' }).click();
      await main.getByRole('button', { name: 'Publish' }).click();
      await seen(page, 'Publication 1 is on its way to learners.');
      await visitor.expectAccessible();
      await visitor.close();
    },
    minutes,
  );

  it(
    'change what a section says and where it stands, show a picture, and take sections and courses out of use',
    async () => {
      const course = await author.content.createCourse('Rivers');
      const first = await author.content.addSection(course.id, 'Danube');
      const second = await author.content.addSection(course.id, 'Rhine');
      const path = (id: string) => `/author/courses/${course.id}/sections/${id}`;
      const visitor = await arrive({ colorScheme: 'dark' });
      const { page } = visitor;
      const main = page.getByRole('main');

      await visitor.go(`${path(second.id)}?tab=text`, 'Rhine');
      await main.getByLabel('Title', { exact: true }).fill('Rhine and Main');
      await main.getByLabel('Introduction').fill('It is *long*.');
      await main.getByRole('button', { name: 'Add resource' }).click();
      await main.getByLabel('Title of resource 1').fill('Along the river');
      await main.getByLabel('Address of resource 1').fill('javascript:alert(1)');
      await main.getByLabel('Danube').check();
      await main.getByLabel('Place on the path').selectOption('0');
      await main.getByRole('button', { name: 'Save section' }).click();
      await seen(page, /must be an http/i);
      await visitor.expectAccessible();
      await main.getByLabel('Address of resource 1').fill('https://example.org/rhine');
      const save = main.getByRole('button', { name: 'Save section' });
      await visitor.tabTo(save);
      await page.keyboard.press('Enter');
      await seen(page, 'Saved. Learners see it from the next publication on.');
      // It was switched off while it saved, and the keyboard is still there.
      await save.and(page.locator(':focus')).waitFor();
      await visitor.expectAccessible();
      const [changed, moved] = (await author.content.course(course.id)).sections;
      expect(changed).toMatchObject({
        id: second.id,
        title: 'Rhine and Main',
        prose: 'It is *long*.',
        prerequisites: [first.id],
        resources: [{ title: 'Along the river', url: 'https://example.org/rhine', kind: 'article' }],
      });
      expect(moved?.id).toBe(first.id);

      await visitor.go(`${path(first.id)}/questions/new`, 'New question');
      await main.getByRole('textbox', { name: 'Question', exact: true }).fill('Which river is this?');
      for (const number of [1, 2]) await main.getByLabel(`Text of option ${number}`).fill(`River ${number}`);
      // The preview follows what is written.
      await main.getByRole('radio', { name: 'River 2' }).waitFor();
      await main.getByText('Add a picture').click();
      await main.getByLabel('Picture', { exact: true }).setInputFiles({
        name: 'river.png',
        mimeType: 'image/png',
        buffer: Buffer.from(onePixel, 'base64'),
      });
      await main.getByLabel('What it shows').fill('A [blue] line');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Put it into the question' }).click();
      await main.getByRole('img', { name: 'A [blue] line' }).waitFor();
      expect(await main.getByRole('textbox', { name: 'Question', exact: true }).inputValue()).toMatch(
        /^Which river is this\?\n\n!\[A \\\[blue\\\] line\]\(media:[0-9a-f]{32}\.png\)$/,
      );

      await visitor.go(`${path(first.id)}?tab=text`, 'Danube');
      await main.getByLabel('Introduction').fill('Not to be lost.');
      const asked: string[] = [];
      page.removeAllListeners('dialog');
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
      });
      await main.getByRole('link', { name: 'Policy' }).click();
      await eventually(async () => expect(asked).toEqual(['Leave without saving?']));
      expect(await main.getByLabel('Introduction').inputValue()).toBe('Not to be lost.');
      await page.reload();
      await main.getByRole('button', { name: 'Remove this section' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
      await dialog.getByLabel(/^Type the title/).fill('Danube');
      await visitor.expectAccessible();
      await dialog.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('heading', { level: 1, name: 'Rivers' }).waitFor();
      expect((await author.content.course(course.id)).sections).toMatchObject([{ id: second.id, prerequisites: [] }]);

      await main.getByRole('button', { name: 'Archive this course' }).click();
      await dialog.getByLabel(/^Type the title/).fill('Rivers');
      await dialog.getByRole('button', { name: 'Archive', exact: true }).click();
      await seen(page, 'Archived: it can be read, but no longer changed.');
      await visitor.expectAccessible();
      await visitor.close();
    },
    minutes,
  );

  it(
    'are told when somebody else saved the question meanwhile, and lose nothing',
    async () => {
      const { items } = await author.content.questions(published.sectionId, { type: 'true_false' });
      const question = items[0]!; // one of every type was published
      const visitor = await arrive();
      const { page } = visitor;
      const main = page.getByRole('main');
      await visitor.go(
        `/author/courses/${published.courseId}/sections/${published.sectionId}/questions/${question.id}`,
        'Question',
      );
      await main.getByLabel('Explanation').fill('Functions are values.');
      await author.content.changeQuestion(question.id, question.version, {
        type: 'true_false',
        stem: question.stem,
        key: true,
        name: 'From elsewhere',
      });
      await main.getByRole('button', { name: 'Save as next version' }).click();
      await seen(page, 'This question was changed meanwhile');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Save mine as the next version' }).click();
      await seen(page, `Saved as version ${question.version + 2}`);
      expect((await author.content.question(question.id)).explanation).toBe('Functions are values.');
      await visitor.close();
    },
    minutes,
  );

  it(
    'answer a challenge, correct the question and regrade: dry run, learner by learner, then for good',
    async () => {
      const { learner, attemptId } = await handIn('challenger');
      const { items } = await author.content.questions(published.sectionId, { type: 'numeric' });
      const question = items[0]!; // one of every type was published
      await learner.quiz.challenge(attemptId, question.id, 'Nobody says that metres are meant.');
      const path = `/author/courses/${published.courseId}/sections/${published.sectionId}`;
      const visitor = await arrive({ colorScheme: 'dark' });
      const { page } = visitor;
      const main = page.getByRole('main');
      await visitor.go(`${path}?tab=challenges`, 'All of them');
      await seen(page, 'Nobody says that metres are meant.');
      await main.getByLabel('Reply to The challenger').fill('You are right, it is mended.');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Accept' }).click();
      await seen(page, 'No open challenges');
      expect((await learner.quiz.challenges(attemptId)).items[0]?.state).toBe('accepted');

      await visitor.go(`${path}/questions/${question.id}`, 'Question');
      await main.getByLabel('Right value').fill('25');
      await main.getByRole('button', { name: 'Save as next version' }).click();
      await seen(page, 'Saved as version 2');
      const { version } = await author.content.course(published.courseId);
      await author.content.publish(published.courseId, version);
      // The new version arrives by way of the broker.
      await eventually(async () => {
        const { items: versions } = await author.quiz.gradedVersions(published.sectionId, question.id);
        return versions.some((item) => item.version === 2);
      });
      await main.getByRole('link', { name: 'Regrade attempts' }).click();
      await main.getByRole('radio', { name: /^Version 2/ }).waitFor();
      await main.getByLabel('Reason').fill('The unit was missing.');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Start the dry run' }).click();
      await seen(page, 'Dry run done');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Apply' }).click();
      await visitor.expectAccessible();
      await page.getByRole('dialog').getByRole('button', { name: 'Apply it now' }).click();
      await main.getByText('Applied', { exact: true }).waitFor();
      await visitor.expectAccessible();
      await visitor.go(`${path}?tab=regrades`, 'All of them');
      await main.getByRole('link', { name: 'The unit was missing.' }).waitFor();
      await visitor.expectAccessible();
      await visitor.close();
    },
    minutes,
  );

  it(
    'mark what waits with the rubric, by keyboard, and see how the questions did',
    async () => {
      const { learner, attemptId } = await handIn('essayist');
      const visitor = await arrive();
      const { page } = visitor;
      const main = page.getByRole('main');
      await page.getByRole('banner').getByRole('link', { name: 'Marking' }).click();
      await main.getByRole('link', { name: /^The essayist/ }).waitFor();
      await visitor.expectAccessible();
      await main.getByRole('link', { name: /^The essayist/ }).click();
      await page.getByRole('heading', { level: 1, name: 'The essayist' }).waitFor();
      await seen(page, '18 words; 5 to 60 were asked for');
      await visitor.tabTo(main.getByRole('radio', { name: /None/ }));
      await page.keyboard.press('ArrowDown');
      await seen(page, 'Chosen: 1 of 1 on the rubric.');
      await visitor.tabTo(main.getByLabel('Comment'));
      await page.keyboard.type('Well said.');
      await visitor.expectAccessible();
      await visitor.tabTo(main.getByRole('button', { name: 'Save and next' }));
      await page.keyboard.press('Enter');
      await eventually(async () => (await learner.quiz.attempt(attemptId)).state === 'graded');

      await visitor.go(
        `/author/courses/${published.courseId}/sections/${published.sectionId}?tab=analysis&attempts=all`,
        'All of them',
      );
      await main.getByRole('heading', { name: 'The quiz' }).waitFor();
      await main.getByText('More figures, and who answered what').first().click();
      await visitor.expectAccessible();
      await visitor.close();
    },
    minutes,
  );
});
