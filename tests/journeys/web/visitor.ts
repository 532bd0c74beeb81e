import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

const tabsMax = 80;

/** Every violation of the content security policy is told to the test, wherever in the page it happens. */
const listenForViolations = `
  window.addEventListener('securitypolicyviolation', (event) => {
    console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
`;

/** Someone in front of a browser of their own. What goes wrong unseen (errors, blocked code) is kept for the test to refuse. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
  ) {}

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(30_000);
    await context.addInitScript({ content: listenForViolations });
    const visitor = new Visitor(context, await context.newPage(), url);
    visitor.watch(visitor.page);
    return visitor;
  }

  /** A second tab of the same browser. */
  async openTab(path: string): Promise<Page> {
    const page = await this.context.newPage();
    this.watch(page);
    await page.goto(this.url + path);
    return page;
  }

  async go(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(this.url + path);
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.go('/sign-in', 'Sign in');
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
  }

  /** Moves with the Tab key alone; fails when the place cannot be reached that way. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < tabsMax; tabs += 1) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  }

  /** WCAG as far as a program can see it, on what is on the screen now, in the theme of now. */
  async expectAccessible(page: Page = this.page): Promise<void> {
    // The other mode opens an empty page to sum up the frames of a page, and ours have none.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect({ page: page.url(), found }).toEqual({ page: page.url(), found: [] });
    expect(await page.evaluate('document.querySelectorAll("h1").length')).toBe(1);
    expect(await page.title()).toMatch(/\S · Waymark$/);
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect({ page: this.page.url(), overhang: await this.page.evaluate(overhang) }).toEqual({
      page: this.page.url(),
      overhang: 0,
    });
  }

  /** Everything the browser keeps for this site, as one text. */
  async storage(): Promise<string> {
    return JSON.stringify(await this.page.evaluate('[{ ...localStorage }, { ...sessionStorage }]'));
  }

  async close(): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') this.complaints.push(`a script opened a dialog: ${dialog.message()}`);
      void dialog.accept();
    });
    page.on('console', (message) => {
      // Chromium reports every answer above 399 as an error; refusals and a cut line are part of the journeys.
      const isExpected = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isExpected) this.complaints.push(message.text());
    });
  }
}

/** Waits for words on the page. */
export function seen(page: Page, text: string | RegExp): Promise<void> {
  return page.getByText(text).first().waitFor();
}
