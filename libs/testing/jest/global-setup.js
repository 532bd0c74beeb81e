// Jest loads this file as plain Node, before its transform exists: it compiles the two libraries it needs, then starts the
// servers that the specs of this run share.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export default async function globalSetup(globalConfig, { rootDir, roots }) {
  const swc = join(rootDir, 'node_modules/@swc/cli/bin/swc.js');
  const sources = ['libs/local-servers', 'libs/testing'];
  execFileSync(process.execPath, [swc, ...sources, '-d', 'dist', '--config-file', '.swcrc', '-q'], { cwd: rootDir });
  const { startTestServers } = await import(pathToFileURL(join(rootDir, 'dist/libs/testing/src/servers.js')).href);
  globalThis.waymarkTestServers = await startTestServers({
    jarsDir: join(rootDir, '.waymark/kafka-jars'),
    needsKafka: specsOf(globalConfig, { rootDir, roots }).some(usesKafka),
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

/** A Kafka costs seconds to start, so a run of specs that never mention it goes without. */
function usesKafka(spec) {
  return readFileSync(spec, 'utf8').includes('describeWithKafka');
}
