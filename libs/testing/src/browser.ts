import { existsSync } from 'node:fs';

import type { Browser } from 'playwright-core';

import { variables } from './environment.js';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing that talks to the outside, and nothing that a container without its own graphics or user namespaces lacks. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Chromium =
  | { readonly isAvailable: true; readonly executablePath: string }
  | { readonly isAvailable: false; readonly reason: string };

/** The browser that global setup chose or the environment names, else the system's Chromium or Chrome. */
export function findChromium(): Chromium {
  const path = [process.env[variables.chromium], ...systemPaths].find(
    (candidate) => candidate && existsSync(candidate),
  );
  if (path) return { isAvailable: true, executablePath: path };
  return { isAvailable: false, reason: `no Chromium or Chrome found; install one or name it in ${variables.chromium}` };
}

/** A headless Chromium of its own; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found.isAvailable) throw new Error(found.reason);
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: found.executablePath, headless: true, args: flags });
}
