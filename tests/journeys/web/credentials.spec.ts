import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import type { Answer, Api, Attempt } from '#libs/api-client';
import { describeWithBrowser, eventually, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { answerKeys, apiAs, keepPressable, type Press, rightPress } from './keys.js';
import { person } from './people.js';
import { seen, Visitor } from './visitor.js';

const hostile = '"><script>alert(1)</script>';
const email = 'hostile@example.org';
const password = 'three quiet foxes by the river';

describeWithBrowser('a credential of somebody with a hostile name', () => {
  let stack: Stack;
  let browser: Browser;
  let learner: Api;
  let credentialId: string;

  beforeAll(async () => {
    stack = await Stack.start('demo');
    browser = await launchBrowser();
    const author = await apiAs(stack.url, person('author').email, person('author').password);
    await keepPressable(author);
    credentialId = await earned(author);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** Registers, passes the first section and waits for the badge. */
  async function earned(author: Api): Promise<string> {
    await author.auth.join({ email, displayName: hostile, password });
    learner = await apiAs(stack.url, email, password);
    const [course] = (await author.content.courses()).items;
    const [section] = (await author.content.course(course?.id ?? '')).sections;
    const attempt = await learner.quiz.start(section?.id ?? '');
    const keys = await answerKeys(author, attempt.sectionId);
    const answers = attempt.questions.map((question) => ({
      questionId: question.id,
      sequence: 1,
      answer: answerOf(question, rightPress(question, keys.get(question.id))),
    }));
    await learner.quiz.submit(attempt.id, answers);
    let id = '';
    await eventually(
      async () => {
        const [badge] = (await learner.quiz.myCredentials()).items;
        id = badge?.id ?? '';
        expect(id).not.toBe('');
      },
      { withinMs: 60_000 },
    );
    return id;
  }

  /** Every request that leaves the site. */
  function watchLeaving(visitor: Visitor): string[] {
    const left: string[] = [];
    visitor.context.on('request', (request) => {
      const isInside = request.url().startsWith(stack.url) || /^(data|blob|about|chrome)/.test(request.url());
      if (!isInside) left.push(request.url());
    });
    return left;
  }

  it('shows the name once its holder says so, and as text', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    const left = watchLeaving(visitor);
    await visitor.page.goto(`${stack.url}/c/${credentialId}`);
    await seen(visitor.page, 'Its holder does not show a name here.');
    await visitor.page.goto(`${stack.url}/sign-in`);
    await visitor.signIn(email, password);
    await visitor.page.goto(`${stack.url}/c/${credentialId}`);
    await visitor.page.getByRole('checkbox', { name: /^Show my name/ }).click();
    await seen(visitor.page, 'Everybody with the link sees your name');
    await visitor.page.locator('.certificate-name').getByText(hostile, { exact: true }).waitFor();
    const history = visitor.page.getByRole('region', { name: 'What was decided' });
    await history.getByText('Issued', { exact: true }).waitFor();
    await visitor.expectAccessible();
    expect(left).toEqual([]);
    await visitor.close();

    const stranger = await Visitor.open(browser, stack.url);
    const also = watchLeaving(stranger);
    await stranger.page.goto(`${stack.url}/c/${credentialId}`);
    await seen(stranger.page, hostile);
    await seen(stranger.page, 'This credential is genuine and valid.');
    expect(await stranger.page.getByRole('region', { name: 'What was decided' }).count()).toBe(0);
    expect(await stranger.page.locator('meta[property="og:title"]').getAttribute('content')).toContain(hostile);
    expect(also).toEqual([]);
    await stranger.close();
  }, 180_000);

  it.each([['svg'], ['png'], ['social.png']])(
    'runs nothing and asks nobody when the picture is opened by itself: %s',
    async (form) => {
      const visitor = await Visitor.open(browser, stack.url);
      const left = watchLeaving(visitor);
      const path = form === 'social.png' ? '/social.png' : `?format=${form}`;
      const response = await visitor.page.goto(`${stack.url}/api/quiz/v1/credentials/${credentialId}${path}`);
      const headers = response?.headers() ?? {};
      expect(response?.status()).toBe(200);
      expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(left).toEqual([]);
      await visitor.close();
    },
    120_000,
  );

  it('gives the PDF under a harmless name, with the name of the holder as text', async () => {
    const visitor = await Visitor.open(browser, stack.url);
    await visitor.page.goto(`${stack.url}/c/${credentialId}`);
    const link = visitor.page.getByRole('link', { name: 'PDF, A4' });
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}-]+\.pdf$/u);
    const pdf = await fetch(`${stack.url}/api/quiz/v1/credentials/${credentialId}?format=pdf`);
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
    expect(bytes.slice(0, 8)).toBe('%PDF-1.7');
    expect(bytes).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b/);
    await visitor.close();
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'fits phone and desktop and is accessible, %s',
    async (colorScheme) => {
      for (const viewport of [
        { width: 320, height: 640 },
        { width: 1280, height: 800 },
      ]) {
        const visitor = await Visitor.open(browser, stack.url, { viewport, colorScheme });
        await visitor.signIn(email, password);
        for (const [path, words] of [
          [`/c/${credentialId}`, 'Checks made just now'],
          ['/credentials', 'Issued on'],
        ] as const) {
          await visitor.page.goto(stack.url + path);
          await seen(visitor.page, words);
          await visitor.page.locator('.badge-image').first().waitFor();
          await visitor.expectAccessible();
          await visitor.expectNoSidewaysScroll();
        }
        await visitor.close();
      }
    },
    180_000,
  );
});

/** What the browser would send for these keys. */
function answerOf({ type, options }: Attempt['questions'][number], press: Press): Answer {
  if ('text' in press) return { text: press.text };
  if (type === 'true_false') return { value: press.digits[0] === 1 };
  const chosen = press.digits.map((digit) => options?.[digit - 1]?.id ?? '');
  return type === 'single_choice' ? { choice: chosen[0] ?? '' } : { choices: chosen };
}
