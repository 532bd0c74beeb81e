import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import {
  bakeSvg,
  buildAchievementCredential,
  generateIssuerKey,
  type IssuerKey,
  signCredential,
} from '#libs/credentials';
import { describeWithBrowser, launchBrowser } from '#libs/testing';

import { Stack } from '../support/stack.js';
import { Visitor } from './visitor.js';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true } as const;

/** A badge that needs no network: its issuer is a bare key. */
async function badge(): Promise<string> {
  const key = await generateIssuerKey('https://unused.example');
  const multibase = key.document.publicKeyMultibase;
  const controller = `did:key:${multibase}`;
  const bare: IssuerKey = { ...key, document: { ...key.document, id: `${controller}#${multibase}`, controller } };
  const credential = buildAchievementCredential({
    id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    issuer: { id: controller, name: 'A school elsewhere', url: 'https://school.example' },
    validFrom: new Date('2026-05-01T12:00:00Z'),
    recipient: { email: 'ada@example.com', salt: 'Kosher' },
    achievement: { id: 'urn:a', kind: 'Badge', name: 'Sums', description: 'Adds.', criteria: 'Add twice.' },
  });
  return JSON.stringify(await signCredential(credential, bare, new Date('2026-05-01T12:00:00Z')));
}

describeWithBrowser('verifying a badge', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it.each(['light', 'dark'] as const)(
    'tells a stranger on a phone what each check found, %s',
    async (colorScheme) => {
      const text = await badge();
      const visitor = await Visitor.open(browser, stack.url, { ...phone, colorScheme });
      const { page } = visitor;
      await visitor.go('/verify', 'Verify a badge');
      await visitor.expectAccessible();

      await page.getByLabel('Link, id or text').fill(text);
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('Genuine and valid today.').waitFor();
      await page.getByText('The issuer is a bare key', { exact: false }).first().waitFor();
      expect(await page.getByText('Passed', { exact: true }).count()).toBe(6);
      await visitor.expectAccessible();
      await visitor.expectNoSidewaysScroll();

      await page.getByLabel('Link, id or text').fill(text.replace('Sums', 'Rockets'));
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('Do not rely on it: “Signature” failed.').waitFor();
      await visitor.expectAccessible();

      const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', text);
      const file = { name: 'badge.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) };
      await page.getByLabel('Or a file').setInputFiles(file);
      await page.getByText('Genuine and valid today.').waitFor();

      await page.getByLabel('Link, id or text').fill('my badge');
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByRole('alert').waitFor();
      await visitor.expectAccessible();
      await visitor.close();
    },
    120_000,
  );
});
