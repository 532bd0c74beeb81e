import { describe, expect, it } from '@jest/globals';

import { displayName } from './accounts.dto.js';

describe('a name', () => {
  it.each([
    ['is kept as it is', 'Zoë O’Neil', 'Zoë O’Neil'],
    ['loses the blanks around it', '  Ada  ', 'Ada'],
    ['loses the marks that a keyboard left around it', '\u200Fدانة\u200F', 'دانة'],
    ['loses them before its blanks', '\u200E Dana \u200E', 'Dana'],
  ])('%s', (_, given, kept) => {
    expect(displayName.parse(given)).toBe(kept);
  });

  it.each([
    ['nothing but marks', '\u200F\u200E'],
    ['turns text around', 'evil\u202Egnp.exe'],
    ['has two lines', 'Ada\nBea'],
  ])('is none that is or has: %s', (_, given) => {
    expect(displayName.safeParse(given).success).toBe(false);
  });
});
