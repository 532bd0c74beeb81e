import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { describeWithBrowser, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

describeWithBrowser('every page', () => {
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

  it.each(['light', 'dark'] as const)(
    'fits a narrow screen, as at 400 percent zoom, and is accessible there, %s',
    async (colorScheme) => {
      const visitor = await Visitor.open(browser, stack.url, { ...phone, colorScheme });
      const open: [string, string | RegExp][] = [
        ['/', 'Courses'],
        ['/courses/python-backend', 'Python backend developer'],
        ['/sign-in', 'Sign in'],
        ['/join', 'Make an account'],
        ['/verify', 'Verify a badge'],
        ['/nowhere', 'No such page'],
      ];
      for (const [path, heading] of open) {
        await visitor.go(path, heading);
        await visitor.expectAccessible();
        await visitor.expectNoSidewaysScroll();
      }
      await visitor.signIn(person('learner').email, person('learner').password);
      const mine: [string, string | RegExp][] = [
        ['/home', /^Hello/],
        ['/courses/python-backend/path', 'Python backend developer'],
        ['/credentials', 'My badges'],
        ['/me', 'Your account'],
      ];
      for (const [path, heading] of mine) {
        await visitor.go(path, heading);
        await visitor.expectAccessible();
        await visitor.expectNoSidewaysScroll();
      }
      await visitor.close();
    },
    120_000,
  );

  it('says so where something is missing or belongs to a role, and keeps the way to sign in', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    await visitor.page.goto(`${stack.url}/c/00000000-0000-4000-8000-000000000000`);
    await seen(visitor.page, 'Nothing here');
    await visitor.expectAccessible();

    await visitor.page.goto(`${stack.url}/cohorts?x=1`);
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get('next')).toBe('/cohorts?x=1');
    await visitor.signIn(person('learner').email, person('learner').password);
    await visitor.page.goto(`${stack.url}/cohorts`);
    await seen(visitor.page, 'Not yours to open');
    await visitor.expectAccessible();
    await visitor.close();
  }, 180_000);

  it('never leads to another site after signing in', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    const learner = person('learner');
    await visitor.page.goto(`${stack.url}/sign-in?next=//evil.example/home`);
    await visitor.page.getByLabel('Email').fill(learner.email);
    await visitor.page.getByLabel('Password').fill(learner.password);
    await visitor.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    expect(visitor.page.url().startsWith(stack.url)).toBe(true);
    await visitor.close();
  }, 180_000);
});
