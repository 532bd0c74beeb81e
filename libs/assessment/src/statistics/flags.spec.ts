import { describe, expect, it } from '@jest/globals';

import { flagsOf, type Judged, type JudgedClass, judgementNotice } from './flags.js';

const right = (count: number, meanRest: number | null = 6): JudgedClass => ({
  label: 'right',
  isRight: true,
  count,
  meanRest,
});
const wrong = (label: string, count: number, meanRest: number | null = 4): JudgedClass => ({
  label,
  isRight: false,
  count,
  meanRest,
});

interface Given {
  figures?: Partial<Judged['figures']>;
  guessShare?: number | null;
  classes?: JudgedClass[];
  isClosed?: boolean;
  label?: string;
}

/** Sound but for what is given. */
function judged({ figures = {}, guessShare = 0.25, classes = [], isClosed = true, label = '' }: Given): Judged {
  return {
    figures: { attempts: 100, facility: 0.6, restDeviation: 2, discriminationIndex: 45, ...figures },
    guessShare,
    parts: [{ label, isClosed, classes }],
  };
}
const codes = (given: Given) => flagsOf(judged(given)).map(({ code }) => code);

describe('a question is flagged', () => {
  it.each<[string, Given, string[]]>([
    ['for nothing when it is sound', { classes: [right(60), wrong('a', 20), wrong('b', 20)] }, []],
    ['when better learners do worse', { figures: { discriminationIndex: -1 } }, ['negative_discrimination']],
    ['when it hardly discriminates', { figures: { discriminationIndex: 29.9 } }, ['weak_discrimination']],
    ['not at the mark for that', { figures: { discriminationIndex: 30 } }, []],
    ['as weak when it discriminates not at all', { figures: { discriminationIndex: 0 } }, ['weak_discrimination']],
    ['not for a discrimination that nobody knows', { figures: { discriminationIndex: null } }, []],
    ['as too easy only, however weak', { figures: { facility: 0.96, discriminationIndex: 10 } }, ['too_easy']],
    ['not as easy at the mark for that', { figures: { facility: 0.95 } }, []],
    ['as too hard', { figures: { facility: 0.29 } }, ['too_hard']],
    ['not as hard at the mark for that', { figures: { facility: 0.3 } }, []],
    ['as no better than guessing', { figures: { facility: 0.25 } }, ['no_better_than_guessing']],
    ['not so where guessing earns nothing', { figures: { facility: 0 }, guessShare: 0 }, ['too_hard']],
    ['not so where guessing is unknown', { figures: { facility: 0.31 }, guessShare: null }, []],
    ['not for a facility that nobody knows', { figures: { facility: null } }, []],
    [
      'when a wrong option is chosen by better learners than the key',
      { classes: [right(50, 4), wrong('a', 50, 6)] },
      ['wrong_key_suspected'],
    ],
    ['not when they are better by chance only', { classes: [right(50, 4), wrong('a', 50, 4.7)] }, []],
    ['not when few chose it', { classes: [right(90, 4), wrong('a', 4, 9)] }, []],
    [
      'when hardly anybody has the key and most agree on another',
      { classes: [right(2, 9), wrong('a', 60, 4), wrong('b', 38, 4)] },
      ['wrong_key_suspected'],
    ],
    [
      'not when hardly anybody has the key and nobody agrees',
      { classes: [right(2), wrong('a', 49), wrong('b', 49)] },
      [],
    ],
    ['when nobody has the key', { classes: [right(0, null), wrong('a', 100)] }, ['wrong_key_suspected']],
    [
      'for an option that nobody picks',
      { classes: [right(80), wrong('a', 20), wrong('b', 0, null)] },
      ['option_unused'],
    ],
    ['not while too few were wrong to say', { classes: [right(91), wrong('a', 9), wrong('b', 0, null)] }, []],
    ['not where learners type', { isClosed: false, classes: [right(80), wrong('a', 20), wrong('b', 0, null)] }, []],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('for nothing before there are attempts enough, which is said instead', () => {
    expect(codes({ figures: { attempts: 19, discriminationIndex: -50, facility: 0 } })).toEqual([]);
    expect(judgementNotice(7)).toBe('Too few attempts yet: 7 of 20.');
    expect(judgementNotice(20)).toBeNull();
  });

  it('for a wrong key even where the spread of the rest is unknown', () => {
    const figures = { restDeviation: null };
    expect(codes({ figures, classes: [right(50, null), wrong('a', 50, 1)] })).toEqual(['wrong_key_suspected']);
    expect(codes({ figures, classes: [right(50, 4), wrong('a', 50, null)] })).toEqual([]);
  });
});

describe('the words of a flag', () => {
  const words = (given: Given) => flagsOf(judged(given)).map(({ text }) => text);

  it('name the option and the part', () => {
    const [text] = words({ label: 'Paris', classes: [right(50, 4), wrong('Spain', 50, 6)] });
    expect(text).toBe(
      'Learners who answered “Spain” at “Paris” did better on the rest of the paper than those who were right. The key may be wrong.',
    );
  });

  it('name no more than three options', () => {
    const unused = ['a', 'b', 'c', 'd', 'e'].map((label) => wrong(label, 0, null));
    expect(words({ classes: [right(10), wrong('x', 90), ...unused] })[0]).toContain('“a”, “b”, “c” and 2 more');
    expect(words({ classes: [right(60), wrong('x', 40), ...unused.slice(0, 2)] })[0]).toContain('“a” or “b”:');
  });

  it('give the figures behind it', () => {
    expect(words({ figures: { discriminationIndex: -12.4 } })[0]).toContain('-12 %');
    expect(words({ figures: { facility: 0.21 } })[0]).toBe(
      'Learners earned 21 % of the mark on average; blind guessing earns 25 %.',
    );
  });
});
