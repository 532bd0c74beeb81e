import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { createApi } from '#libs/api-client';
import { describeWithBrowser, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';
const hostileName = '=HYPERLINK("https://evil.example","Ada")';
/** Where a person who looks at the pages wants pictures of them. */
const pictures = process.env['WAYMARK_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describeWithBrowser('enrolment, in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  const learner = person('learner');
  const instructor = person('instructor');

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    const everyone = createApi({ baseUrl: stack.url });
    for (const email of ['ada@example.org', 'bea@example.org'])
      await everyone.auth.join({ email, password, displayName: email === 'ada@example.org' ? hostileName : 'Bea' });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function makeCohort(visitor: Visitor, name: string): Promise<string> {
    const { page } = visitor;
    await visitor.go('/cohorts', 'Cohorts');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Create cohort' }).click();
    await page.getByRole('heading', { level: 1, name: 'Enrol learners' }).waitFor();
    return new URL(page.url()).pathname.split('/')[2] ?? '';
  }

  it('takes a file of mixed rows: tried, confirmed, reported, and the second time nothing changes', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;
    const main = page.getByRole('main');
    await visitor.signIn(instructor.email, instructor.password);
    const id = await makeCohort(visitor, 'From a file');
    await seen(page, 'No more than 2,000 invitations leave a cohort in 24 hours');
    await seen(page, '2,000 invitations can be sent now');
    const csv = `Name;E-Mail;Group\nAda;ada@example.org;1\nNobody;no address;1\nNew;new.person@example.org;2\nAda;ADA@example.org;1\n;;\nBea;bea@example.org;2\n`;
    const file = { name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await main.getByLabel('CSV file').setInputFiles(file);
    await main
      .getByRole('heading', { name: 'Trial: 2 learners would be enrolled, 1 would be invited of 5 addresses' })
      .waitFor();
    await seen(page, 'Not used: Group.');
    await visitor.expectAccessible();
    await picture(page, 'file-trial');
    await main.getByRole('button', { name: 'Not usable: 1' }).click();
    await main.getByRole('cell', { name: 'no address' }).waitFor();
    expect(await main.getByRole('row').count()).toBe(2);
    await main.getByRole('button', { name: 'Enrol or invite 3 people' }).click();
    await main.getByRole('heading', { name: '2 learners enrolled, 1 invited of 5 addresses', exact: true }).waitFor();
    await seen(page, '1,999 invitations can be sent now');
    await visitor.expectAccessible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('button', { name: 'Download the report' }).click(),
    ]);
    const report = await readFile(await download.path(), 'utf8');
    expect(report).toContain('3,no address,Nobody,invalid,This is not an email address.');

    await main.getByLabel('CSV file').setInputFiles([]);
    await main.getByLabel('CSV file').setInputFiles(file);
    await seen(page, 'Nothing in this file would change anything.');
    await main.getByRole('navigation').getByRole('link', { name: 'Invitations' }).click();
    await main.getByRole('cell', { name: /^new\.person@example\.org/ }).waitFor();
    await visitor.expectAccessible();
    await picture(page, 'invitations');
    await main.getByRole('button', { name: 'Withdraw the invitation of new.person@example.org' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await main.getByRole('cell', { name: 'Withdrawn' }).waitFor();

    await main.getByRole('navigation').getByRole('link', { name: 'Learners' }).click();
    await main.getByRole('heading', { name: '2 learners' }).waitFor();
    await seen(page, hostileName);
    await visitor.expectAccessible();
    await picture(page, 'learners');
    await main.getByLabel('Find by name or email').fill('bea@');
    await main.getByRole('link', { name: hostileName }).waitFor({ state: 'detached' });
    await main.getByRole('checkbox', { name: 'Choose Bea' }).check();
    await main.getByRole('button', { name: 'Take out 1' }).click();
    await visitor.expectAccessible();
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await main.getByRole('heading', { name: '1 learner', exact: true }).waitFor();
    await visitor.go(`/cohorts/${id}/settings`, 'Settings of the cohort');
    await main.getByText('took Bea out').waitFor();
    await visitor.close();
  }, 180_000);

  it('lets a learner in by a link, shows what is due, and closes with the archive', async () => {
    const visitor = await Visitor.open(browser, stack.url, { colorScheme: 'dark' });
    const { page } = visitor;
    const main = page.getByRole('main');
    await visitor.signIn(instructor.email, instructor.password);
    const id = await makeCohort(visitor, 'By a link');
    await main.getByRole('navigation').getByRole('link', { name: 'Links' }).click();
    await main.getByLabel('Places').fill('1');
    await main.getByRole('button', { name: 'Make a link' }).click();
    const url = (await main.getByText(/\/enter\//).textContent()) ?? '';
    await main.getByRole('cell', { name: '0 of 1' }).waitFor();
    await visitor.expectAccessible();
    await picture(page, 'links');

    await visitor.go(`/cohorts/${id}/settings`, 'Settings of the cohort');
    const dates = main.getByRole('region', { name: 'Due dates' });
    await dates.getByRole('textbox').or(dates.locator('input')).first().fill('2040-05-06T12:30');
    await dates.getByRole('button', { name: 'Save due dates' }).click();
    await dates.getByText('Saved.').waitFor();
    await visitor.expectAccessible();
    await picture(page, 'settings');

    const guest = await Visitor.open(browser, stack.url, { viewport: { width: 390, height: 844 } });
    const path = new URL(url).pathname;
    await guest.go(path, 'Join By a link');
    await guest.expectAccessible();
    await picture(guest.page, 'enter-phone');
    await guest.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await guest.page.getByLabel('Email').fill(learner.email);
    await guest.page.getByLabel('Password').fill(learner.password);
    await guest.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await guest.page.getByRole('button', { name: 'Join the cohort' }).click();
    await guest.page.waitForURL(/\/path$/);
    await guest.go('/home', /^Hello/);
    await guest.page.getByText(/^due on .*2040 at 12:30$/).waitFor();
    await guest.expectAccessible();
    await guest.expectNoSidewaysScroll();
    await picture(guest.page, 'home-phone');
    await guest.go(path, 'Join By a link');
    await seen(guest.page, 'As many people have come in by this link as it has places.');
    await guest.go('/enter/nonsense', 'No such link');
    await guest.close();

    await page.getByRole('button', { name: 'Archive this cohort' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Archive' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/^Type the name/).fill('By a link');
    await visitor.expectAccessible();
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await main.getByRole('heading', { name: 'This cohort is archived' }).waitFor();
    await visitor.go('/cohorts?state=archived', 'Cohorts');
    await main.getByRole('link', { name: 'By a link' }).waitFor();
    await visitor.expectAccessible();
    await picture(page, 'cohorts');
    await visitor.close();
  }, 180_000);

  it('opens a cohort to all: joined and left from the page of the course', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    await visitor.signIn(instructor.email, instructor.password);
    const id = await makeCohort(visitor, 'Open to all');
    await visitor.go(`/cohorts/${id}/settings`, 'Settings of the cohort');
    const { page } = visitor;
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'PATCH'),
      page.getByLabel('Learners may join by themselves from the page of the course').click(),
    ]);
    expect(answer.status()).toBe(200);
    await visitor.close();

    const guest = await Visitor.open(browser, stack.url, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    const main = guest.page.getByRole('main');
    await guest.signIn(learner.email, learner.password);
    const { items } = await createApi({ baseUrl: stack.url }).quiz.courses();
    await guest.go(`/courses/${items[0]?.slug ?? ''}`, items[0]?.title ?? '');
    await main.getByRole('button', { name: 'Join Open to all' }).click();
    await seen(guest.page, 'You are in it');
    await guest.expectAccessible();
    await guest.expectNoSidewaysScroll();
    await picture(guest.page, 'open-phone');
    await main.getByRole('button', { name: 'Leave Open to all' }).click();
    await main.getByRole('button', { name: 'Join Open to all' }).waitFor();
    await guest.close();
  }, 180_000);
});
