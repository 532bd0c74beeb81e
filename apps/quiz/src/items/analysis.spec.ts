import { describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';

import { analyseSection, type ClassCount, type Counts } from './analysis.js';

const id = '00000000-0000-4000-8000-000000000001';
const question = (fields: object) => questionSchema.parse({ id, version: 1, stem: 'What?', ...fields });
const units = (points: number) => BigInt(points * 10 ** 10);

/** So many attempts with a mark and a rest each. */
function countsOf(pairs: readonly (readonly [number, number, number])[]): Counts {
  const marks = pairs.map(([mark, rest, attempts]) => ({
    mark: units(mark),
    attempts,
    restSum: units(rest) * BigInt(attempts),
  }));
  const rests = pairs.map(([, rest, attempts]) => [units(rest), attempts] as const);
  return {
    totals: pairs.map(([mark, rest, attempts]) => [units(mark + rest), attempts] as const),
    maxSum: pairs.reduce((sum, [, , attempts]) => sum + units(4) * BigInt(attempts), 0n),
    positions: new Map([[id, marks]]),
    questions: [{ questionId: id, version: 1, attemptsOfAll: 40, marks, rests, times: [[3, 2]] }],
  };
}

function analyse(asked: object, classes: readonly ClassCount[], pairs = [[1, 2, 20] as const, [0, 1, 20] as const]) {
  const counts = countsOf(pairs);
  const [found] = analyseSection({
    counts,
    classes: new Map([[`${id}/1`, classes]]),
    questions: [question(asked)],
  }).questions;
  return found!; // the one that was asked for
}

describe('the analysis of a question', () => {
  it('has the figures of its counts', () => {
    expect(analyse({ type: 'true_false', key: true }, [])).toMatchObject({
      attempts: 40,
      facility: 0.5,
      discriminationIndex: 100,
      discriminativeEfficiency: 100,
      intendedWeight: 0.25,
      effectiveWeight: 100,
      randomGuessScore: 0.5,
      medianSeconds: 3,
      notice: null,
    });
  });

  it('has no figure of what was never attempted', () => {
    const empty: Counts = { totals: [], maxSum: 0n, positions: new Map(), questions: [] };
    const { questions } = analyseSection({
      counts: empty,
      classes: new Map(),
      questions: [question({ type: 'true_false', key: true })],
    });
    expect(questions[0]).toMatchObject({ attempts: 0, facility: null, intendedWeight: null, effectiveWeight: null });
    expect(questions[0]!.parts[0]!.classes.map(({ share, meanRest }) => [share, meanRest])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('lists typed answers, the most frequent first and no more than twenty, and counts the others together', () => {
    const typed = Array.from({ length: 30 }, (_, at): ClassCount => ['', `answer ${at}`, false, false, 1, 1]);
    const [part] = analyse({ type: 'short_text', accepted: ['yes'] }, [
      ...typed,
      ['', 'yes', true, false, 5, 10],
    ]).parts;
    expect(part).toMatchObject({ isTyped: true, label: '', otherCount: 16 });
    expect(part!.classes[0]).toEqual({
      value: 'yes',
      label: 'yes',
      isRight: true,
      count: 5,
      share: 0.125,
      meanRest: 2,
    });
    expect(part!.classes).toHaveLength(20);
  });

  it('does not count what is left where one attempt may choose several', () => {
    const options = ['a', 'b'].map((option) => ({ id: option, text: option, isKey: option === 'a' }));
    const [part] = analyse({ type: 'multiple_choice', options }, [['', 'a', true, true, 40, 60]]).parts;
    expect(part).toMatchObject({ otherCount: null, isTyped: false });
  });

  it('says nothing of a place in an order that nobody chose', () => {
    const items = ['a', 'b'].map((item) => ({ id: item, text: item }));
    const found = analyse({ type: 'ordering', items }, [
      ['a', '1', true, true, 40, 60],
      ['b', '2', true, true, 40, 60],
    ]);
    expect(found.flags.map(({ code }) => code)).not.toContain('option_unused');
    expect(found.parts.map(({ label, classes }) => [label, classes.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  it('shows the beginning of a long stem', () => {
    const long = analyse({ type: 'true_false', key: true, stem: `Word\n\n${'word '.repeat(100)}` }, []);
    expect(long.stemStart.length).toBeLessThanOrEqual(161);
    expect(long.stemStart).toMatch(/^Word word .*…$/);
  });
});
