import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { createApi, type Api } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { apiAs, keepPressable } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';

/** Number of answers that the server holds, of whatever kind. */
async function stored(api: Api, attemptId: string): Promise<number> {
  const { answers } = await api.quiz.attempt(attemptId);
  return answers.filter(({ answer }) => answer !== null).length;
}

const attemptIdOf = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? '';

/** Answers the question on the screen with whatever its control takes. */
async function answerShown(page: Page): Promise<void> {
  const text = page.getByRole('main').getByRole('textbox');
  if ((await text.count()) > 0) await text.fill('42');
  else await page.getByRole('main').locator('.option input').first().check();
}

describeWithBrowser('answers in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let visitor: Visitor;
  let api: Api;
  let people = 0;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    await keepPressable(await apiAs(stack.url, person('author').email, person('author').password));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  beforeEach(async () => {
    people += 1;
    const email = `train-${people}@example.org`;
    await createApi({ baseUrl: stack.url }).auth.join({ email, password, displayName: `Traveller ${people}` });
    api = await apiAs(stack.url, email, password);
    visitor = await Visitor.open(browser, stack.url);
    await visitor.signIn(email, password);
    await visitor.page.getByRole('main').getByRole('link', { name: 'Start' }).click();
    await visitor.page.getByRole('button', { name: 'Take the quiz' }).click();
    await visitor.page.getByRole('heading', { name: /^Question 1 / }).waitFor();
  }, 180_000);

  it('are there again after a reload, at the question it was left at', async () => {
    const { page } = visitor;
    await answerShown(page);
    await page.getByRole('button', { name: /^Next/ }).click();
    await answerShown(page);
    await seen(page, 'All answers saved');
    await page.reload();
    await page.getByRole('heading', { name: /^Question 2 / }).waitFor();
    expect(await page.getByRole('button', { name: 'Question 1, answered' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Question 2, answered' }).count()).toBe(1);
    expect(await stored(api, attemptIdOf(page))).toBe(2);
    await visitor.close();
  }, 180_000);

  it('are kept while the network is away and sent when it is back', async () => {
    const { page } = visitor;
    await visitor.context.setOffline(true);
    await answerShown(page);
    await page.getByRole('button', { name: /^Next/ }).click();
    await answerShown(page);
    await seen(page, 'No connection. 2 answers kept on this device; go on answering.');
    await visitor.expectAccessible();
    expect(await visitor.storage()).toContain('waymark.outbox');
    expect(await stored(api, attemptIdOf(page))).toBe(0);

    await visitor.context.setOffline(false);
    await seen(page, 'All answers saved');
    expect(await stored(api, attemptIdOf(page))).toBe(2);
    expect(await visitor.storage()).not.toContain('waymark.outbox');
    await visitor.close();
  }, 180_000);

  it('outlive a tab that is killed before they were sent', async () => {
    const { page } = visitor;
    const attemptId = attemptIdOf(page);
    await visitor.context.setOffline(true);
    await answerShown(page);
    await seen(page, 'Kept on this device, waiting for network');
    await page.close({ runBeforeUnload: false });
    await visitor.context.setOffline(false);

    const again = await visitor.openTab(`/attempts/${attemptId}`);
    await seen(again, 'All answers saved');
    await eventually(async () => (await stored(api, attemptId)) === 1);
    await visitor.close();
  }, 180_000);

  it('go along with the hand-in that the network allows first', async () => {
    const { page } = visitor;
    await visitor.context.setOffline(true);
    await answerShown(page);
    await seen(page, 'Kept on this device, waiting for network');
    await page.getByRole('button', { name: 'Hand in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hand in the quiz' });
    await seen(page, '1 answer not sent yet will go along.');
    await dialog.getByRole('button', { name: 'Hand in' }).click();
    await seen(page, 'Nothing is lost: your answers are kept. Handing in twice counts once.');

    const attemptId = attemptIdOf(page);
    await visitor.context.setOffline(false);
    await dialog.getByRole('button', { name: /Try again|Hand in/ }).click();
    await page.getByText(/^(Passed|Not passed yet)$/).waitFor();
    expect(await stored(api, attemptId)).toBe(1);
    await visitor.expectAccessible();
    await visitor.close();
  }, 180_000);

  it('of one tab show in the other', async () => {
    const { page } = visitor;
    const other = await visitor.openTab(`/attempts/${attemptIdOf(page)}`);
    await other.getByRole('button', { name: 'Question 1, empty' }).waitFor();
    await page.bringToFront();
    await answerShown(page);
    await seen(page, 'All answers saved');
    await other.getByRole('button', { name: 'Question 1, answered' }).waitFor();
    await visitor.close();
  }, 180_000);

  it('are flagged by F, and single keys can be switched off', async () => {
    const { page } = visitor;
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Question 1, empty, flagged' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await visitor.expectAccessible();
    // The switch itself is drawn; the control lies invisibly over it.
    await page.getByRole('switch').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await page.getByRole('link', { name: 'Whole paper' }).click();
    await page.getByRole('link', { name: 'One question' }).waitFor();
    await visitor.expectAccessible();
    expect(await page.getByRole('button', { name: 'Question 1, empty, flagged' }).count()).toBe(1);
    await visitor.close();
  }, 180_000);
});
