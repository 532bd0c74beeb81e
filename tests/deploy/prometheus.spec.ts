import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describeWithProgram } from '#libs/testing';
import { parse } from 'yaml';
import { z } from 'zod';

import { codeFiles, root } from '../architecture/sources.js';
import { anchorOf, metricsOf } from './prometheus.js';

const folder = join(root, 'deploy/prometheus');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

const rule = z.object({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.string(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});
const rules = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(parse(text('deploy/prometheus/alerts.yml')))
  .groups.flatMap((group) => group.rules);
const alerts = rules.filter(({ alert }) => alert !== undefined);
const cases = z
  .object({
    tests: z.array(
      z.object({ alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })) }),
    ),
  })
  .parse(parse(text('deploy/prometheus/alerts.test.yml')))
  .tests.flatMap(({ alert_rule_test }) => alert_rule_test);

const panel = z.object({
  type: z.string(),
  title: z.string(),
  description: z.string().default(''),
  datasource: z.object({ uid: z.string() }).optional(),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string() }) }).optional(),
  targets: z.array(z.object({ expr: z.string() })).default([]),
});
const panels = z
  .object({ panels: z.array(panel) })
  .parse(JSON.parse(text('deploy/grafana/dashboards/waymark.json')))
  .panels.filter(({ type }) => type !== 'row');

describe('alert rules', () => {
  it('say how bad, what, why and what to do', () => {
    expect(alerts.length).toBeGreaterThan(8);
    for (const { alert, labels, annotations } of alerts) {
      expect([alert, labels['severity']]).toEqual([alert, expect.stringMatching(/^(critical|warning|info)$/)]);
      expect(Object.keys(annotations).sort()).toEqual(['description', 'runbook_url', 'summary']);
    }
  });

  it('have a page each, and no page is left over', () => {
    const page = text('docs/operations.md');
    const headings = [...page.slice(page.indexOf('\n## Alerts')).matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(headings.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
    expect(alerts.map(({ annotations }) => annotations['runbook_url']).sort()).toEqual(
      headings.map((name) => `docs/operations.md#${anchorOf(name ?? '')}`).sort(),
    );
  });

  it('have a case that fires and one that stays quiet', () => {
    const firing = cases.filter(({ exp_alerts }) => exp_alerts.length > 0).map(({ alertname }) => alertname);
    const quiet = cases.filter(({ exp_alerts }) => exp_alerts.length === 0).map(({ alertname }) => alertname);
    const names = alerts.map(({ alert = '' }) => alert);
    expect(names.filter((name) => !firing.includes(name))).toEqual([]);
    expect(names.filter((name) => !quiet.includes(name) && name !== 'Watchdog')).toEqual([]);
  });

  it('ask only for what the services measure', () => {
    const known = measured();
    expect(rules.flatMap(({ expr }) => metricsOf(expr)).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('asks only for what the services measure', () => {
    const known = measured();
    const asked = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsOf(expr)));
    expect(new Set(asked).size).toBeGreaterThan(15);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows every metric that the services register', () => {
    const asked = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsOf(expr))));
    const unseen = registered().filter(({ series }) => !series.some((name) => asked.has(name)));
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  it('says on each panel what it shows, in which unit, from a source that can be chosen', () => {
    const lacking = panels.filter(
      ({ description, fieldConfig, datasource, targets }) =>
        description.length < 20 ||
        !fieldConfig?.defaults.unit ||
        datasource?.uid !== '${datasource}' ||
        targets.length === 0,
    );
    expect(lacking.map(({ title }) => title)).toEqual([]);
  });
});

describeWithProgram('promtool', 'promtool', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'waymark-rules-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('accepts the configuration', () => {
    const path = join(scratch, 'prometheus.yml');
    writeFileSync(path, text('deploy/prometheus/prometheus.yml').replace('/etc/prometheus', folder));
    expect(execFileSync('promtool', ['check', 'config', path], { encoding: 'utf8' })).toMatch('SUCCESS');
  });

  it('finds that the rules fire and stay quiet as their cases say', () => {
    expect(testRules(text('deploy/prometheus/alerts.yml'))).toMatchObject({ status: 0 });
  });

  it('finds a rule that fires too late', () => {
    const spoilt = text('deploy/prometheus/alerts.yml').replace(/(waymark_outbox_oldest_seconds\)) > 60/, '$1 > 6000');
    expect(testRules(spoilt)).toMatchObject({ status: 1, output: expect.stringContaining('OutboxStuck') });
  });

  function testRules(alertsText: string) {
    writeFileSync(join(scratch, 'alerts.yml'), alertsText);
    writeFileSync(join(scratch, 'alerts.test.yml'), text('deploy/prometheus/alerts.test.yml'));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', join(scratch, 'alerts.test.yml')], {
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }
});

describe('metricsOf', () => {
  it.each([
    ['sum by (le, job) (rate(a_bucket{x="y{z}"}[5m])) / sum(b_total) > 0.5', ['a_bucket', 'b_total']],
    ['max by (service) (up{job="w"}) == 0 or absent(c:d:rate5m{service="auth"})', ['up', 'c:d:rate5m']],
    ['vector(1)', []],
    ['topk(3, misspelt_total) and on (x) other', ['misspelt_total', 'other']],
  ])('reads %s', (expression, names) => {
    expect(metricsOf(expression)).toEqual(names);
  });
});

/** Names as Prometheus sees them: those that code registers, those of the Node process, those that rules record. */
function measured(): Set<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const names = registered().flatMap(({ series }) => series);
  expect(names.length).toBeGreaterThan(15);
  const recorded = rules.flatMap(({ record }) => record ?? []);
  return new Set(['up', ...names, ...recorded, ...registry.getMetricsAsArray().map(({ name }) => name)]);
}

/** What code of services registers, with the names of its series. */
function registered(): { name: string; series: string[] }[] {
  const found = codeFiles()
    .filter(({ path }) => /^(apps|libs)\/.*(?<!\.spec)\.ts$/.test(path))
    .flatMap((source) => [
      ...source.text.matchAll(/\b(counter|histogram|observed|observedCount)\(\s*'([a-z][a-z0-9_]*)'/g),
    ]);
  return found.map(([, kind, name = '']) => ({
    name,
    series: kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name],
  }));
}
