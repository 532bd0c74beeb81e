import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { administrator, Stack } from '../support/stack.js';
import { seen, Visitor } from './visitor.js';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;
const email = 'a.person.with.a.rather.long.address@school.example';
const password = 'seven herons by the weir';
const another = 'eight herons by the weir';

/** A platform without a mail server: what would be mailed is handed on by the administrator. */
describeWithBrowser('an account', () => {
  let stack: Stack;
  let browser: Browser;
  let admin: Visitor;
  let person: Visitor;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launchBrowser();
    admin = await Visitor.open(browser, stack.url);
    await admin.signIn(administrator.email, administrator.password);
    person = await Visitor.open(browser, stack.url, { ...phone, colorScheme: 'dark' });
  }, 180_000);

  afterAll(async () => {
    await person?.close();
    await admin?.close();
    await browser?.close();
    await stack?.stop();
  });

  /** The link in the newest kept message with this subject; messages are written a moment after they are asked for. */
  async function keptLink(subject: string): Promise<string> {
    const message = admin.page.getByRole('link', { name: subject }).first();
    await eventually(
      async () => {
        await admin.go('/admin/mail', 'Mail');
        await seen(admin.page, 'No mail server is set up');
        return message.isVisible();
      },
      { everyMs: 500 },
    );
    await message.click();
    const words = await admin.page.locator('.mail-text').innerText();
    return /http\S+\/[0-9a-f]{64}/.exec(words)?.[0] ?? 'no link';
  }

  it('is made, and its address confirmed by the mailed link', async () => {
    const { page } = person;
    await person.go('/join', 'Make an account');
    await page.getByLabel('Name').fill('Herta Heron');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Make account' }).click();
    await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    await person.go('/me', 'Your account');
    await seen(page, 'is not confirmed yet');
    await person.expectNoSidewaysScroll();

    const link = await keptLink('Confirm your address');
    await admin.expectAccessible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your address is confirmed' }).waitFor();
    await person.expectAccessible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm this address' }).click();
    await seen(page, 'This link does not work any more');
    await person.expectAccessible();
    await person.go('/me', 'Your account');
    await seen(page, 'is confirmed');
  }, 120_000);

  it('whose password is forgotten comes back by a mailed link', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Forgot your password?' }).waitFor();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await seen(page, 'Look into your mail');
    await person.expectAccessible();

    await page.goto(await keptLink('Choose a new password'));
    await page.getByLabel('New password').fill(another);
    await page.getByRole('button', { name: 'Change password' }).click();
    await seen(page, 'Every device was signed out');
    await person.signIn(email, another);
  }, 120_000);

  it('gives a file of its data, and is erased when its owner says so and proves it', async () => {
    const { page } = person;
    await person.go('/me', 'Your account');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const file: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file).toMatchObject({ account: { email, displayName: 'Herta Heron' } });

    await page.getByRole('button', { name: 'Erase my account' }).click();
    const erase = page.getByRole('button', { name: 'Erase my account for good' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel('Type your address to confirm').fill(email);
    await page.getByLabel('Revoke my badges').check();
    await page.getByLabel('Your password').fill(password);
    await erase.click();
    await seen(page, 'Nothing was erased');
    await person.expectAccessible();
    await person.expectNoSidewaysScroll();
    await page.getByLabel('Your password').fill(another);
    await erase.click();
    await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor();
    expect(await person.storage()).not.toContain('Herta');

    await admin.page.goto(`${stack.url}/admin/people?search=heron`);
    await seen(admin.page, 'Nobody matches');
  }, 120_000);
});
