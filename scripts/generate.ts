import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import 'reflect-metadata';

import { auth } from '../apps/auth/src/auth.app.js';
import { content } from '../apps/content/src/content.app.js';
import { quiz } from '../apps/quiz/src/quiz.app.js';
import { dashboard } from './generate/dashboard.js';
import { eventCatalogue } from './generate/event-catalogue.js';
import { openApiFiles } from './generate/open-api.js';

/** The sources, seen from dist/scripts. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that is written by a program: path from the root to text. */
async function generated(): Promise<ReadonlyMap<string, string>> {
  const interfaces = await Promise.all([auth, content, quiz].map(openApiFiles));
  return new Map([
    ['docs/events.md', await eventCatalogue()],
    ['deploy/grafana/dashboards/waymark.json', await dashboard()],
    ...interfaces.flatMap((files) => [...files]),
  ]);
}

/** Writes what is out of date, or with `--check` only names it and fails. */
async function main(isCheck: boolean): Promise<number> {
  const files = await generated();
  const stale = [...files].filter(([path, text]) => current(path) !== text);
  for (const [path, text] of stale) {
    if (isCheck) console.log(`${path} differs from what is generated now: run npm run generate and commit it.`);
    else write(path, text);
  }
  if (!isCheck) console.log(`${stale.length} of ${files.size} generated files written.`);
  return isCheck && stale.length > 0 ? 1 : 0;
}

function current(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${relative(root, join(root, path))}`);
}

process.exitCode = await main(process.argv.includes('--check'));
