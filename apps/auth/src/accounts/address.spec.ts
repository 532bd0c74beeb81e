import { describe, expect, it } from '@jest/globals';

import { foldEmail, maskEmail } from './address.js';

describe('an address', () => {
  it.each([
    ['Lea@School.Example', 'lea@school.example'],
    ['ｌｅａ@school.example', 'lea@school.example'],
  ])('%s is known as %s', (given, folded) => {
    expect(foldEmail(given)).toBe(folded);
  });

  it.each([
    ['learner@school.example', 'l…r@school.example'],
    ['ab@school.example', '…@school.example'],
    ['a@school.example', '…@school.example'],
    ['"odd@name"@school.example', '"…"@school.example'],
  ])('%s is shown to strangers as %s', (given, masked) => {
    expect(maskEmail(given)).toBe(masked);
  });
});
