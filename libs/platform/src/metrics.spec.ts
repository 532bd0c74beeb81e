import { describe, expect, it } from '@jest/globals';

import { Metrics } from './metrics.js';

describe('a gauge that is read when Prometheus asks', () => {
  it('is left out while there is nothing to tell, and when reading fails', async () => {
    const metrics = new Metrics('quiz', { processMetrics: false });
    let read = (): { labels: object; value: number }[] => [];
    metrics.observed('waymark_things', 'Things.', [], async () => read());
    expect(await metrics.registry.metrics()).not.toMatch(/^waymark_things/m);
    read = () => [{ labels: {}, value: 3 }];
    expect(await metrics.registry.metrics()).toMatch(/^waymark_things\{service="quiz"\} 3$/m);
    read = () => {
      throw new Error('The database is away.');
    };
    expect(await metrics.registry.metrics()).not.toMatch(/^waymark_things/m);
  });
});
