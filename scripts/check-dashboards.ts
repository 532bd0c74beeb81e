/**
 * `check-dashboards`: starts the three services, a Kafka and a Prometheus that scrapes them, plays the demo, then runs every
 * query of the dashboard; an empty answer fails. `--prometheus URL` asks a running one instead, which has scraped a demo.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ask, startPrometheus } from './deploy/prometheus.js';
import { readOptions } from './demo/options.js';
import { startStack } from './demo/stack.js';
import { playStory } from './demo/story.js';
import { rows } from './generate/dashboard-panels.js';

const rulesFile = fileURLToPath(new URL('../../deploy/prometheus/alerts.yml', import.meta.url));
const dashboardFile = new URL('../../deploy/grafana/dashboards/waymark.json', import.meta.url);
/** What Grafana would put in; wide enough for the whole demo. */
const variables = { $__rate_interval: '15m', $__range: '15m', $service: '.*' };
const lastScrapesMs = 3_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { prometheus: { type: 'string' } } });
  if (values.prometheus !== undefined) return report(values.prometheus);
  // Consumer lag is a matter of Kafka.
  const options = readOptions(['--broker', 'kafka']);
  const stack = await startStack(options);
  try {
    const prometheus = await startPrometheus(Object.values(stack.urls), rulesFile);
    try {
      const failures = await playStory(stack.urls, options);
      if (failures.length > 0) throw new Error(`The demo went wrong:\n${failures.join('\n')}`);
      await delay(lastScrapesMs);
      return await report(prometheus.url);
    } finally {
      await prometheus.stop();
    }
  } finally {
    await stack.stop();
  }
}

async function report(url: string): Promise<number> {
  const committed = readFileSync(dashboardFile, 'utf8');
  let failures = 0;
  for (const { title, expr } of rows.flatMap(({ panels }) =>
    panels.flatMap(({ title, queries }) => queries.map(({ expr }) => ({ title, expr }))),
  )) {
    if (!committed.includes(JSON.stringify(expr))) throw new Error(`"${title}" is not in the committed dashboard.`);
    const { values, error } = await ask(url, filled(expr));
    if (values.length === 0) failures += 1;
    process.stdout.write(`${values.length === 0 ? 'fail' : 'ok  '} ${title.padEnd(32)} ${error ?? shown(values)}\n`);
  }
  process.stdout.write(failures === 0 ? 'Every query returns data.\n' : `${failures} queries return nothing.\n`);
  return failures === 0 ? 0 : 1;
}

function filled(expr: string): string {
  return Object.entries(variables).reduce((text, [name, value]) => text.replaceAll(name, value), expr);
}

/** NaN is a share of nothing: the series are there, but the demo gave no case of it. */
function shown(values: readonly number[]): string {
  const numbers = values.filter((value) => !Number.isNaN(value));
  if (values.length === 0) return 'nothing';
  if (numbers.length === 0) return `${values.length} series, no case in this demo`;
  return `${values.length} series, up to ${Number(Math.max(...numbers).toPrecision(3))}`;
}

process.exitCode = await main();
