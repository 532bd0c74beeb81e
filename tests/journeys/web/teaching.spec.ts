import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { createApi } from '#libs/api-client';
import { describeWithBrowser, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const password = 'three quiet foxes by the river';
const hostileName = '<img src=x onerror=alert(1)> =2+5 "q"';

describeWithBrowser('those who teach, in the browser', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    const everyone = createApi({ baseUrl: stack.url });
    await everyone.auth.join({ email: 'hostile@example.org', password, displayName: hostileName });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('make a cohort, enrol, and see a learner with a hostile name harmlessly', async () => {
    const instructor = person('instructor');
    const learner = person('learner');
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;
    await visitor.signIn(instructor.email, instructor.password);
    await page.getByRole('banner').getByRole('link', { name: 'Cohorts' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor();
    await page.getByLabel('Name').fill('Monday group');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: 'Create cohort' }).click();

    await page.getByRole('heading', { level: 1, name: 'Enrol learners' }).waitFor();
    await page.getByRole('link', { name: 'To the cohort' }).click();
    await seen(page, 'No learners yet');
    await visitor.expectAccessible();
    await page.getByRole('main').getByRole('link', { name: 'Enrol learners' }).first().click();
    await page
      .getByLabel('Email addresses')
      .fill(`Hostile <hostile@example.org>, ${learner.email}\nnobody@example.org ${learner.email}`);
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('heading', { name: '2 learners enrolled, 1 invited of 3 addresses' }).waitFor();
    await seen(page, 'Invited by mail');
    await visitor.expectAccessible();

    await page.getByRole('link', { name: 'To the cohort' }).click();
    const grid = page.getByRole('grid');
    await grid.getByRole('rowheader', { name: hostileName }).waitFor();
    await grid.getByRole('rowheader', { name: 'Lea Learner' }).waitFor();
    await visitor.expectAccessible();

    await visitor.tabTo(grid);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByText(/^Lea Learner, .*: not started, 0 attempts$/).waitFor();

    await page.getByLabel('Find a learner').fill('lea');
    await grid.getByRole('rowheader', { name: hostileName }).waitFor({ state: 'detached' });
    expect(page.url()).toContain('search=lea');
    await page.reload();
    await grid.getByRole('rowheader', { name: 'Lea Learner' }).waitFor();
    expect(await grid.getByRole('rowheader').count()).toBe(1);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain('Lea Learner');
    await visitor.close();
  }, 180_000);

  it('import a roadmap, write questions, set the policy, and are told all that stands in the way of publishing', async () => {
    const author = person('author');
    const visitor = await Visitor.open(browser, stack.url);
    const { page } = visitor;
    await visitor.signIn(author.email, author.password);
    await page.getByRole('banner').getByRole('link', { name: 'Authoring' }).click();
    await page.getByRole('heading', { level: 1, name: 'Authoring' }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    await visitor.expectAccessible();

    await page.getByRole('link', { name: 'Import a roadmap' }).click();
    await page
      .getByLabel('Markdown', { exact: true })
      .fill('# Knots\n\n## Bends\n\n- [Sheet bend](https://example.org/sheet)\n\n## Hitches\n\nText.\n');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await seen(page, '2 sections');
    await visitor.expectAccessible();
    await page.getByRole('link', { name: 'Open Knots' }).click();
    await page.getByRole('heading', { level: 1, name: 'Knots' }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText(/^Not published: /).waitFor();
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBeGreaterThan(1);
    await visitor.expectAccessible();

    await page.getByRole('link', { name: /Bends/ }).click();
    await seen(page, 'No questions yet');
    await visitor.expectAccessible();
    await page.getByRole('link', { name: 'Import and export' }).click();
    await page
      .getByLabel('Or paste the questions')
      .fill(
        '## Which knot joins two ropes?\n\n- [x] Sheet bend\n- [ ] Clove hitch\n\nA bend joins.\n\n## Broken?\n\n- [ ] a\n- [ ] b\n',
      );
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('heading', { name: /^Trial: 1 question would be imported, 1 refused$/ }).waitFor();
    await page.getByRole('button', { name: 'Import 1 question' }).click();
    await page.getByRole('heading', { name: /^1 question imported, 1 refused$/ }).waitFor();
    await visitor.expectAccessible();
    await page.getByRole('link', { name: 'Policy' }).click();
    await page.getByRole('button', { name: 'Change here: Percent needed to pass' }).click();
    await page.getByRole('spinbutton', { name: 'Percent needed to pass' }).fill('65');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: 'Save policy' }).click();
    await seen(page, 'Saved. It counts from the next publication on.');
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    await seen(page, 'Which knot joins two ropes?');
    await visitor.expectAccessible();
    await visitor.close();
  }, 180_000);

  it('see who has an account, as administrators', async () => {
    const admin = person('admin');
    const visitor = await Visitor.open(browser, stack.url, { colorScheme: 'dark' });
    await visitor.signIn(admin.email, admin.password);
    await visitor.go('/admin/people', 'People');
    await visitor.page.getByRole('rowheader', { name: /Lea Learner/ }).waitFor();
    await visitor.expectAccessible();
    await visitor.close();
  }, 180_000);
});
