import { describe, expect, it } from '@jest/globals';
import { policySchema, type Question } from '#libs/contracts';
import { aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { drawPaper } from './draw.js';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

function statement(index: number, tags: string[], difficulty = 'easy'): Question {
  return aQuestion({ id: idOf(index), type: 'true_false', key: true, tags, difficulty });
}

/** 0-4 about sql, 5-9 about http of which 8 and 9 are hard, 10-14 about both. */
const bank = Array.from({ length: 15 }, (_, index) => {
  if (index < 5) return statement(index, ['sql']);
  if (index < 10) return statement(index, ['http'], index < 8 ? 'easy' : 'hard');
  return statement(index, ['sql', 'http']);
});

function drawn(policy: object, seed = 'seed'): number[] {
  const paper = drawPaper({ questions: bank, policy: policySchema.parse(policy), seed });
  return paper.map(({ questionId }) => Number(questionId.slice(-4)));
}

const anySeed = fc.string();

describe('drawing from pools', () => {
  it('takes fixed questions, each pool its count, and the draw from the rest, nothing twice', () => {
    const policy = {
      fixedQuestions: [idOf(3), idOf(12)],
      pools: [
        { tags: ['sql'], count: 3 },
        { tags: ['http'], difficulty: 'hard', count: 2 },
      ],
      drawCount: 4,
    };
    fc.assert(
      fc.property(anySeed, (seed) => {
        const paper = drawn(policy, seed);
        expect(new Set(paper).size).toBe(11);
        expect(paper).toEqual(expect.arrayContaining([3, 12, 8, 9]));
        // Three from the pool besides the two that are fixed; the open draw may add more.
        expect(paper.filter((index) => index < 5 || index >= 10).length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('asks for every tag that a pool names', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const paper = drawn({ pools: [{ tags: ['sql', 'http'], count: 3 }] }, seed);
        expect(paper.length === 3 && paper.every((index) => index >= 10)).toBe(true);
      }),
    );
  });

  it('takes nothing from the rest unless the policy says how many', () => {
    expect(drawn({ fixedQuestions: [idOf(7)] })).toEqual([7]);
    expect(drawn({ pools: [{ tags: [], count: 2 }] })).toHaveLength(2);
    expect(drawn({ fixedQuestions: [idOf(7)], drawCount: 2 })).toHaveLength(3);
  });

  it('draws what is there where a pool is too small, which publication refuses', () => {
    expect(drawn({ pools: [{ tags: ['http'], difficulty: 'hard', count: 9 }] }).toSorted()).toEqual([8, 9]);
  });

  it('mixes fixed and drawn questions, or keeps the order of the author', () => {
    const policy = { fixedQuestions: [idOf(0), idOf(1)], pools: [{ tags: ['http'], count: 5 }] };
    const firsts = new Set(Array.from({ length: 40 }, (_, seed) => drawn(policy, String(seed))[0]));
    expect(firsts.size).toBeGreaterThan(3);
    const ordered = drawn({ ...policy, shuffleQuestions: false });
    expect(ordered).toEqual(ordered.toSorted((left, right) => left - right));
  });

  it('draws each question of a pool equally often', () => {
    const counts = bank.map(() => 0);
    for (let paper = 0; paper < 4_000; paper += 1) {
      for (const index of drawn({ pools: [{ tags: ['sql'], count: 2 }] }, `paper ${paper}`)) {
        counts[index] = (counts[index] ?? 0) + 1;
      }
    }
    const inPool = counts.filter((_, index) => index < 5 || index >= 10);
    const chiSquared = inPool.reduce((total, count) => total + (count - 800) ** 2 / 800, 0);
    expect(chiSquared).toBeLessThan(27.88); // 9 degrees of freedom, once in a thousand; the seeds are fixed
  });
});

describe('the order of parts', () => {
  const parts = (prefix: string) => ['1', '2', '3', '4'].map((id) => ({ id: prefix + id, text: prefix + id }));
  const matching = aQuestion({
    type: 'matching',
    prompts: parts('p').map((prompt, index) => ({ ...prompt, match: `c${index + 1}` })),
    choices: parts('c'),
  });
  const ordering = aQuestion({ type: 'ordering', items: parts('i') });
  const unshuffled = policySchema.parse({ shuffleOptions: false, shuffleQuestions: false });

  function orders(question: Question, policy: typeof unshuffled): Set<string> {
    const papers = Array.from({ length: 60 }, (_, seed) =>
      drawPaper({ questions: [question], policy, seed: `${seed}` }),
    );
    return new Set(papers.map(([place]) => place!.optionOrder.join(' '))); // one question, one place
  }

  it('never shows choices or items as their author wrote them just because nothing else is shuffled', () => {
    expect(orders(ordering, unshuffled).size).toBeGreaterThan(15);
    const shown = [...orders(matching, unshuffled)];
    expect(shown.every((order) => order.startsWith('p1 p2 p3 p4 c'))).toBe(true);
    expect(shown.length).toBeGreaterThan(15);
  });

  it('keeps prompts and choices apart', () => {
    for (const order of orders(matching, policySchema.parse({}))) {
      expect(order).toMatch(/^(p\d ?){4}(c\d ?){4}$/);
    }
  });
});
