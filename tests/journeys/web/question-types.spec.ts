import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';

import { createApi } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { publishEveryType, questions, right } from './every-type.js';
import { apiAs } from './keys.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';
/** A whole paper in a real browser, on a machine that may be busy. */
const minutes = 300_000;

const heading = (page: Page, number: number) =>
  page.getByRole('heading', { name: `Question ${number} of ${questions.length}` });

/** The letter that leads to a choice in a list, such as `B` for `B. dict`. */
async function letterOf(select: Locator, words: string): Promise<string> {
  const labels = await select.getByRole('option').allTextContents();
  return labels.find((label) => label.endsWith(words))?.charAt(0) ?? '';
}

/** The items of the ordering from top to bottom. */
const orderShown = async (page: Page): Promise<string[]> =>
  (await page.locator('.ordering-text').allTextContents()).map((text) => text.trim());

/** Calls `up` on the item that stands too low until all stand where they should. */
async function sort(page: Page, up: (button: Locator) => Promise<void>): Promise<void> {
  for (const [place, text] of right.order.entries()) {
    for (let at = (await orderShown(page)).indexOf(text); at > place; at -= 1) {
      await up(page.getByRole('button', { name: `Move ${text} up` }));
      await eventually(async () => (await orderShown(page)).indexOf(text) === at - 1);
    }
  }
}

/** Everything but the essay earned its point. */
async function expectAllRight(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await seen(page, 'Waiting for marks');
  await page.getByText('Waiting for a mark', { exact: true }).waitFor();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  const cards = page.getByRole('main').locator('.card');
  expect(await cards.count()).toBe(questions.length);
  const outcomes = await cards.locator('> .row > .tag').allTextContents();
  expect(outcomes.map((text) => text.trim()).toSorted()).toEqual([
    ...Array.from({ length: questions.length - 1 }, () => 'Right'),
    'Waiting for a mark',
  ]);
  await visitor.expectAccessible();
  await visitor.expectNoSidewaysScroll();
}

describeWithBrowser('every type of question', () => {
  let stack: Stack;
  let browser: Browser;
  let sectionPath: string;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    const { courseId, sectionId } = await publishEveryType(stack.url);
    sectionPath = `/courses/${courseId}/sections/${sectionId}`;
    // What was published arrives by way of the broker.
    await eventually(() =>
      createApi({ baseUrl: stack.url })
        .quiz.course(courseId)
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

  async function arrive(name: string, options: Parameters<typeof Visitor.open>[2] = {}): Promise<Visitor> {
    const email = `${name}@example.org`;
    await createApi({ baseUrl: stack.url }).auth.join({ email, password, displayName: `The ${name}` });
    const visitor = await Visitor.open(browser, stack.url, options);
    await visitor.signIn(email, password);
    await visitor.go(sectionPath, 'All of them');
    return visitor;
  }

  it(
    'is answered right by keyboard alone',
    async () => {
      const visitor = await arrive('keyboard');
      const { page } = visitor;
      const main = page.getByRole('main');
      const { keyboard } = page;
      const next = async (number: number) => {
        await visitor.tabTo(main.getByRole('button', { name: 'Next' }));
        await keyboard.press('Enter');
        await heading(page, number).waitFor();
      };
      await visitor.tabTo(main.getByRole('button', { name: 'Start the quiz' }));
      await keyboard.press('Enter');

      await heading(page, 1).waitFor();
      await main.locator('math').waitFor();
      await keyboard.press('1');
      await next(2);
      await keyboard.press('1');
      await keyboard.press('2');
      await next(3);
      await keyboard.press('2');
      await visitor.tabTo(main.getByRole('button', { name: 'Clear answer' }));
      await keyboard.press('Enter');
      await heading(page, 3).and(page.locator(':focus')).waitFor();
      await keyboard.press('1');
      await next(4);
      await visitor.tabTo(main.getByRole('textbox'));
      await keyboard.type(right.line);
      await next(5);
      await visitor.tabTo(main.getByRole('textbox'));
      await keyboard.type(right.number);
      await next(6);
      for (const [prompt, choice] of Object.entries(right.matches)) {
        const select = main.getByRole('combobox', { name: prompt.replaceAll('`', ''), exact: true });
        await visitor.tabTo(select);
        await keyboard.press(await letterOf(select, choice));
      }
      await visitor.expectAccessible();
      await next(7);
      expect(await main.getByText('Not answered yet').count()).toBe(1);
      await visitor.tabTo(main.getByRole('button', { name: 'Keep this order' }));
      await keyboard.press('Enter');
      await main
        .getByRole('button', { name: /^Move .* down$/ })
        .first()
        .and(page.locator(':focus'))
        .waitFor();
      await sort(page, async (button) => {
        await visitor.tabTo(button);
        await keyboard.press('ArrowUp');
      });
      await visitor.expectAccessible();
      await next(8);
      await visitor.tabTo(main.getByRole('textbox', { name: 'Gap 1 of 3' }));
      await keyboard.type(right.gaps[0]);
      const list = main.getByRole('combobox', { name: 'Gap 2 of 3' });
      await visitor.tabTo(list);
      await keyboard.press(right.gaps[1].charAt(0));
      await visitor.tabTo(main.getByRole('textbox', { name: 'Gap 3 of 3' }));
      await keyboard.type(right.gaps[2]);
      await visitor.expectAccessible();
      await next(9);
      await visitor.tabTo(main.getByRole('textbox'));
      await keyboard.type(right.essay);
      await seen(page, '18 words');
      await visitor.expectAccessible();
      await visitor.tabTo(main.getByRole('button', { name: 'Hand in' }));
      await keyboard.press('Enter');
      await seen(page, 'Every question is answered and none is flagged.');
      await visitor.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Hand in' }));
      await keyboard.press('Enter');
      await expectAllRight(visitor);

      await visitor.tabTo(main.getByRole('button', { name: 'Challenge question 5' }));
      await keyboard.press('Enter');
      await visitor.expectAccessible();
      await visitor.tabTo(page.getByRole('dialog').getByLabel('What is wrong with the question'));
      await keyboard.type('The key is given in metres, the question says centimetres too.');
      await visitor.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Send challenge' }));
      await keyboard.press('Enter');
      await seen(page, 'You challenged this question');
      await visitor.expectAccessible();
      await visitor.close();
    },
    minutes,
  );

  it(
    'is answered right by mouse on the whole paper, with what a reload finds again',
    async () => {
      const visitor = await arrive('mouse', { colorScheme: 'dark' });
      const { page } = visitor;
      const main = page.getByRole('main');
      await main.getByRole('button', { name: 'Start the quiz' }).click();
      await main.getByRole('link', { name: 'Whole paper' }).click();
      await heading(page, questions.length).waitFor();

      await main.getByText('A set', { exact: true }).click();
      for (const choice of right.choices) await main.getByText(choice, { exact: true }).click();
      await main.getByText('True', { exact: true }).click();
      await main.getByRole('textbox', { name: 'Which keyword makes a generator?' }).fill(right.line);
      await main.getByRole('textbox', { name: 'How far is 250 cm in metres?' }).fill(`${right.number} m`);
      for (const [prompt, choice] of Object.entries(right.matches)) {
        const select = main.getByRole('combobox', { name: prompt.replaceAll('`', ''), exact: true });
        await select.selectOption({ label: `${await letterOf(select, choice)}. ${choice}` });
      }
      await main.getByRole('button', { name: 'Keep this order' }).click();
      for (const [place, text] of right.order.entries()) await drag(page, text, place);
      await main.getByRole('textbox', { name: 'Gap 1 of 3' }).fill(right.gaps[0]);
      await main.getByRole('combobox', { name: 'Gap 2 of 3' }).selectOption(right.gaps[1]);
      await main.getByRole('textbox', { name: 'Gap 3 of 3' }).fill(right.gaps[2]);
      await main.getByRole('textbox', { name: 'Why would you take a tuple' }).fill(right.essay);
      await seen(page, 'All answers saved');
      await visitor.expectAccessible();

      await page.reload();
      await heading(page, questions.length).waitFor();
      expect(await orderShown(page)).toEqual(right.order);
      expect(await main.getByRole('textbox', { name: 'Gap 1 of 3' }).inputValue()).toBe(right.gaps[0]);
      expect(await main.getByRole('textbox', { name: 'Why would you take a tuple' }).inputValue()).toBe(right.essay);

      const learner = await apiAs(stack.url, 'mouse@example.org', password);
      const attemptId = new URL(page.url()).pathname.split('/')[2] ?? '';
      expect((await learner.quiz.attempt(attemptId)).answers).toHaveLength(questions.length);
      await main.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
      await expectAllRight(visitor);
      await visitor.close();
    },
    minutes,
  );

  it(
    'is answered right by touch on a phone',
    async () => {
      const visitor = await arrive('phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
      const { page } = visitor;
      const main = page.getByRole('main');
      const next = async (number: number) => {
        await visitor.expectNoSidewaysScroll();
        await main.getByRole('button', { name: 'Next' }).tap();
        await heading(page, number).waitFor();
      };
      await main.getByRole('button', { name: 'Start the quiz' }).tap();
      await heading(page, 1).waitFor();
      await main.getByText('A set', { exact: true }).tap();
      await next(2);
      for (const choice of right.choices) await main.getByText(choice, { exact: true }).tap();
      await next(3);
      await main.getByText('True', { exact: true }).tap();
      await next(4);
      await main.getByRole('textbox').fill(right.line);
      await next(5);
      await main.getByRole('textbox').fill(right.number);
      await next(6);
      for (const [prompt, choice] of Object.entries(right.matches)) {
        const select = main.getByRole('combobox', { name: prompt.replaceAll('`', ''), exact: true });
        await select.selectOption({ label: `${await letterOf(select, choice)}. ${choice}` });
      }
      await visitor.expectAccessible();
      await next(7);
      await main.getByRole('button', { name: 'Keep this order' }).tap();
      await sort(page, (button) => button.tap());
      await visitor.expectAccessible();
      await next(8);
      await main.getByRole('textbox', { name: 'Gap 1 of 3' }).fill(right.gaps[0]);
      await main.getByRole('combobox', { name: 'Gap 2 of 3' }).selectOption(right.gaps[1]);
      await main.getByRole('textbox', { name: 'Gap 3 of 3' }).fill(right.gaps[2]);
      await visitor.expectAccessible();
      await next(9);
      await main.getByRole('textbox').fill(right.essay);
      await visitor.expectNoSidewaysScroll();
      await main.getByRole('button', { name: 'Hand in' }).tap();
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).tap();
      await expectAllRight(visitor);
      await visitor.close();
    },
    minutes,
  );

  it(
    'can be practised first, with feedback at once and nothing that counts',
    async () => {
      const visitor = await arrive('practice');
      const { page } = visitor;
      const main = page.getByRole('main');
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Practise' }).click();
      await heading(page, 1).waitFor();
      await main.getByRole('button', { name: 'Check' }).click();
      await seen(page, 'Answer the question first.');
      await main.getByRole('radio', { name: 'A list' }).check();
      await main.getByRole('button', { name: 'Check' }).click();
      await seen(page, '2 tries left; the next one can earn 0.67 of 1.');
      await seen(page, 'A list may hold the same value twice.');
      await visitor.expectAccessible();
      await main.getByRole('radio', { name: 'A set' }).check();
      await main.getByRole('button', { name: 'Check again' }).click();
      await main.getByText('0.67 of 1', { exact: true }).waitFor();
      await main.getByRole('button', { name: 'Next question' }).waitFor();
      await visitor.expectAccessible();
      await main.getByRole('button', { name: 'Finish practice' }).click();
      await main.getByRole('heading', { name: 'Practice is finished' }).waitFor();
      await seen(page, '1 right');
      await visitor.expectAccessible();
      await main.getByRole('link', { name: 'Back to the section' }).first().click();
      await seen(page, 'None yet. Your results will be listed here.');
      await visitor.close();
    },
    minutes,
  );
});

/** Drags an item by its handle to a place, counted from 0. */
async function drag(page: Page, text: string, place: number): Promise<void> {
  const from = page.locator('.ordering-item', { hasText: text }).locator('.ordering-handle');
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  const end = await page.locator('.ordering-item').nth(place).boundingBox();
  if (start === null || end === null) throw new Error(`${text} is not on the screen`);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2, end.y + 4, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => (await orderShown(page)).indexOf(text) === place);
}
