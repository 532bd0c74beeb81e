import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import type { Api } from '#libs/api-client';
import { describeWithBrowser, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { answerKeys, apiAs, keepPressable, rightPress } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';

describeWithBrowser('a learner in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let author: Api;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    author = await apiAs(stack.url, person('author').email, person('author').password);
    await keepPressable(author);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('joins, passes a quiz by keyboard alone, and anyone can check the badge', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;

    await visitor.go('/', 'Courses');
    await page.getByRole('main').getByRole('link').first().waitFor();
    await visitor.expectAccessible();
    await visitor.tabTo(page.getByRole('banner').getByRole('link', { name: 'Join' }));
    await page.keyboard.press('Enter');

    await visitor.tabTo(page.getByLabel('Name'));
    await page.keyboard.type('Kim Keyboard');
    await visitor.tabTo(page.getByLabel('Email'));
    await page.keyboard.type('kim@example.org');
    await visitor.tabTo(page.getByLabel('Password'));
    await page.keyboard.type(password);
    await visitor.expectAccessible();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Hello, Kim Keyboard' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Start' }).waitFor();
    await visitor.expectAccessible();
    await visitor.tabTo(page.getByRole('main').getByRole('link', { name: 'Start' }));
    await page.keyboard.press('Enter');

    await seen(page, 'Next on your path');
    await visitor.expectAccessible();
    await visitor.tabTo(page.getByRole('link', { name: 'Read first' }));
    await page.keyboard.press('Enter');
    await seen(page, 'None yet. Your results will be listed here.');
    await visitor.expectAccessible();
    await visitor.tabTo(page.getByRole('button', { name: 'Start the quiz' }));
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: /^Question 1 / }).waitFor();
    await visitor.expectAccessible();
    const learner = await apiAs(stack.url, 'kim@example.org', password);
    const attempt = await learner.quiz.attempt(new URL(page.url()).pathname.split('/')[2] ?? '');
    const keys = await answerKeys(author, attempt.sectionId);
    for (const [index, question] of attempt.questions.entries()) {
      await page.getByRole('heading', { name: `Question ${index + 1} of ${attempt.questions.length}` }).waitFor();
      const press = rightPress(question, keys.get(question.id));
      if ('text' in press) {
        await visitor.tabTo(page.getByRole('main').getByRole('textbox'));
        await page.keyboard.type(press.text);
      } else {
        for (const digit of press.digits) await page.keyboard.press(String(digit));
      }
      await page.keyboard.press('Enter');
    }

    const dialog = page.getByRole('dialog', { name: 'Hand in the quiz' });
    await seen(page, 'Every question is answered and none is flagged.');
    await visitor.expectAccessible();
    await visitor.tabTo(dialog.getByRole('button', { name: 'Hand in' }));
    await page.keyboard.press('Enter');

    await page.getByText('Passed', { exact: true }).waitFor();
    await seen(page, '100 %');
    await visitor.expectAccessible();
    await visitor.tabTo(page.getByRole('link', { name: 'My badges' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'My badges' }).waitFor();

    // The badge is signed by a consumer of the grade's event: it is there within a moment, not at once.
    const badge = page.getByRole('main').getByRole('listitem').getByRole('link');
    for (let tries = 0; (await badge.count()) === 0 && tries < 20; tries += 1) {
      await page.reload();
      await page
        .getByText(/No badge yet|Valid/)
        .first()
        .waitFor();
    }
    await visitor.expectAccessible();
    const path = (await badge.first().getAttribute('href')) ?? '';
    await visitor.close();

    const stranger = await Visitor.open(browser, stack.url, { viewport: { width: 320, height: 640 } });
    await stranger.page.goto(stack.url + path);
    await seen(stranger.page, 'This credential is genuine and valid.');
    await seen(stranger.page, 'Its holder does not show a name here.');
    expect(await stranger.page.getByText('Kim Keyboard').count()).toBe(0);
    for (const check of ['Document', 'Signature', 'Issuer', 'Not withdrawn', 'Dates', 'Holder']) {
      await seen(stranger.page, check);
    }
    await stranger.expectAccessible();
    await stranger.expectNoSidewaysScroll();
    const signed = (await stranger.page.getByRole('link', { name: 'Signed JSON' }).getAttribute('href')) ?? '';
    const document = await fetch(stack.url + signed);
    expect(document.headers.get('content-type')).toContain('application/vc+ld+json');
    expect(JSON.stringify(await document.json())).toContain('DataIntegrityProof');
    await stranger.close();
  }, 180_000);

  it('leaves nothing of itself behind at sign-out', async () => {
    const learner = person('learner');
    const visitor = await Visitor.open(browser, stack.url);
    await visitor.signIn(learner.email, learner.password);
    await visitor.go('/me', 'Your account');
    await visitor.expectAccessible();
    await visitor.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();

    const kept = await visitor.storage();
    expect(kept).not.toContain('waymark.outbox');
    expect(kept).not.toContain('eyJ');
    expect(kept).not.toContain(learner.email);
    await visitor.page.goBack();
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await visitor.page.getByText(learner.email).count()).toBe(0);
    await visitor.close();
  }, 180_000);
});
