import { describe, expect, it } from '@jest/globals';
import { Metrics } from '#libs/platform';

import { mergedMetrics } from './merged-metrics.js';

describe('metrics of several services', () => {
  it('are one exposition: each family once, with the samples of all', async () => {
    const [auth, quiz] = [
      new Metrics('auth', { processMetrics: false }),
      new Metrics('quiz', { processMetrics: false }),
    ];
    for (const metrics of [auth, quiz]) {
      metrics.counter('waymark_things_counted_total', 'Things.', ['kind']).inc({ kind: 'a' });
      metrics.histogram('waymark_things_seconds', 'Time.', { buckets: [1] }).observe(0.5);
    }
    quiz.counter('waymark_others_counted_total', 'Others.').inc(3);
    const text = mergedMetrics([await auth.registry.metrics(), await quiz.registry.metrics()]);
    expect(text.match(/^# TYPE .*$/gm)).toEqual([
      '# TYPE waymark_things_counted_total counter',
      '# TYPE waymark_things_seconds histogram',
      '# TYPE waymark_others_counted_total counter',
    ]);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '# HELP waymark_things_counted_total Things.',
      '# TYPE waymark_things_counted_total counter',
      'waymark_things_counted_total{kind="a",service="auth"} 1',
      'waymark_things_counted_total{kind="a",service="quiz"} 1',
    ]);
    expect(text).toContain('waymark_others_counted_total{service="quiz"} 3\n');
    expect(text).toMatch(/waymark_things_seconds_bucket\{le="1",service="auth"\} 1\n/);
  });

  it('of nobody are nothing', () => {
    expect(mergedMetrics([''])).toBe('\n');
  });
});
