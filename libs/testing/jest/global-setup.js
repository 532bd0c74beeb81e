// Jest loads this file as plain Node, before its transform exists: it compiles what has changed, because it needs a library
// itself and suites start programs of ours, then starts the servers that the specs of this run share.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { buildServer } from '../../../scripts/house/build.mjs';
import { ensureBundles } from '../../../scripts/house/bundles.mjs';

export default async function globalSetup(globalConfig, { rootDir, roots }) {
  await Promise.all([buildServer(), ensureBundles()]);
  const { startTestServers } = await import(pathToFileURL(join(rootDir, 'dist/libs/testing/src/servers.js')).href);
  const texts = specsOf(globalConfig, { rootDir, roots }).map((spec) => readFileSync(spec, 'utf8'));
  globalThis.waymarkTestServers = await startTestServers({
    cacheDir: join(rootDir, '.waymark'),
    // They cost seconds, so a run of specs that never mention them goes without.
    needsKafka: texts.some((text) => text.includes('describeWithKafka')),
    needsBrowser: texts.some((text) => text.includes('describeWithBrowser')),
  });
  // Ctrl-C: an exit ends the servers, which a signal alone would leave running.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
}

function specsOf({ testPathPatterns }, { rootDir, roots }) {
  const selected = testPathPatterns.toExecutor({ rootDir });
  return roots
    .flatMap((root) => readdirSync(root, { recursive: true }).map((path) => join(root, path)))
    .filter((path) => path.endsWith('.spec.ts') && !path.includes('node_modules') && selected.isMatch(path));
}
