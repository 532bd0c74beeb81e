import { expect } from '@jest/globals';
import type { Page, Response } from 'playwright-core';

import { secrets } from './secrets.js';

/** Everything that the browser keeps for the site, of whatever kind, and what stands in the page and in its history. */
const keepings = `(async () => {
  const ask = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const databases = await Promise.all((await indexedDB.databases()).map(async ({ name }) => {
    const database = await ask(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(stores.map((store) => ask(database.transaction(store).objectStore(store).getAll())));
    database.close();
    return { name, stores, rows };
  }));
  return JSON.stringify({
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value),
    address: location.href,
    history: history.state,
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    caches: await caches.keys(),
    databases,
  });
})()`;

/** Holds everything that reaches a browser against what must not. */
export class Watched {
  private readonly bodies: Promise<{ url: string; text: string }>[] = [];
  private readonly said: string[] = [];

  constructor(private readonly page: Page) {
    page.on('response', (response) => this.bodies.push(read(response)));
    page.on('console', (message) => this.said.push(message.text()));
  }

  /** What was answered by the API so far, for a test to see that it looks at something. */
  async answers(): Promise<string> {
    const bodies = await Promise.all(this.bodies);
    return bodies.flatMap(({ url, text }) => (url.includes('/api/') ? [text] : [])).join('\n');
  }

  /** Nothing has reached the browser that tells a key, up to this step. */
  async expectNoSecret(step: string): Promise<void> {
    const kept = String(await this.page.evaluate(keepings));
    const bodies = await Promise.all(this.bodies);
    const places = [{ url: 'the browser', text: kept }, { url: 'the console', text: this.said.join('\n') }, ...bodies];
    const found = places.flatMap(({ url, text }) => {
      // The scripts of the application name the field; what comes from the server must not.
      const isScript = /\.(js|css)$/.test(new URL(url, 'http://x').pathname);
      const told = secrets.exec(text)?.[0] ?? (isScript ? undefined : /isKey/.exec(text)?.[0]);
      return told === undefined ? [] : [{ url, told }];
    });
    expect({ step, found }).toEqual({ step, found: [] });
  }
}

async function read(response: Response): Promise<{ url: string; text: string }> {
  const url = response.url();
  // Redirects, and answers to requests that a page change cut off, have no body.
  const bytes = await response.body().catch(() => null);
  return { url, text: `${JSON.stringify(response.headers())}\n${bytes?.toString('utf8') ?? ''}` };
}
