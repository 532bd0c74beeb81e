import { describe, expect, it } from '@jest/globals';

import { isoTime } from './iso-time.js';

describe('a moment in ISO 8601', () => {
  it('is what Date says, whatever the moment', () => {
    const step = 7_777_777_777_777;
    for (let moment = -62_000_000_000_000; moment < 250_000_000_000_000; moment += step) {
      expect(isoTime(moment)).toBe(new Date(moment).toISOString());
    }
    for (let at = 0; at < 5_000; at += 1) {
      const moment = 1_893_456_000_000 + at * 61_001_009;
      expect(isoTime(moment)).toBe(new Date(moment).toISOString());
    }
  });
});
