import { describe, expect, it } from '@jest/globals';
import type { RegradePolicy } from '#libs/assessment';
import { type Question, questionSchema } from '#libs/contracts';

import { type EndedPaper, type GradedAnswer, isSettled, problemsOf, regradePaper } from './regrade.js';

const id = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const third = '00000000-0000-4000-8000-000000000003';

function choice(version: number, key: string, questionId = id): Question {
  const options = ['a', 'b', 'c'].map((option) => ({ id: option, text: option, isKey: option === key }));
  return questionSchema.parse({ id: questionId, version, type: 'single_choice', stem: '?', options });
}
const essay = (version: number, questionId = id) =>
  questionSchema.parse({ id: questionId, version, type: 'essay', stem: '?' });
const numeric = questionSchema.parse({ id, version: 3, type: 'numeric', stem: '?', value: '4', tolerance: '0' });

const bank = [choice(1, 'a'), choice(2, 'b'), numeric, essay(4), essay(5), choice(1, 'a', other), essay(1, third)];

function questionOf(questionId: string, version: number): Question {
  return bank.find((question) => question.id === questionId && question.version === version)!; // only known ones are asked for
}

const asPapered = { gradedVersion: null, decidedShare: null, isDropped: false };

interface Given {
  readonly version?: number;
  readonly state?: EndedPaper['state'];
  readonly response?: Partial<GradedAnswer>;
  readonly besides?: { questionId: string; answer: GradedAnswer['answer'] };
}

/** The question in doubt, answered `a`, and another one, answered right. */
function paper({ version = 1, state = 'graded', response = {}, besides }: Given = {}): EndedPaper {
  const second = besides ?? { questionId: other, answer: { choice: 'a' } };
  return {
    state,
    passMark: 0.6,
    places: [
      { questionId: id, version, optionOrder: ['c', 'b', 'a'] },
      { questionId: second.questionId, version: 1, optionOrder: [] },
    ],
    responses: [
      { questionId: id, answer: { choice: 'a' }, ...asPapered, ...response },
      { ...second, ...asPapered },
    ],
  };
}

function regrade(ended: EndedPaper, policy: RegradePolicy, toVersion = 2, fromVersions: readonly number[] = [1]) {
  const replacement = questionOf(id, toVersion);
  return regradePaper(ended, { questionId: id, fromVersions, replacement, policy }, questionOf);
}

describe('a paper after a regrade', () => {
  it.each<[RegradePolicy, object, string, string, boolean]>([
    ['recompute', { gradedVersion: 2, decidedShare: null, isDropped: false, outcome: 'incorrect' }, '1', '2', false],
    ['keep_better', { gradedVersion: 2, decidedShare: '1', isDropped: false, outcome: 'correct' }, '2', '2', true],
    ['full_marks', { gradedVersion: 2, decidedShare: '1', isDropped: false, outcome: 'correct' }, '2', '2', true],
    ['drop', { gradedVersion: null, decidedShare: null, isDropped: true, outcome: 'correct' }, '1', '1', true],
  ])('by %s', (policy, response, score, scoreMax, hasPassed) => {
    const regraded = regrade(paper(), policy);
    expect(regraded).toMatchObject({ outcome: 'regraded', response: { questionId: id, ...response } });
    const grade = 'grade' in regraded ? regraded.grade : null;
    expect([Number(grade?.score), Number(grade?.scoreMax), grade?.hasPassed]).toEqual([
      Number(score),
      Number(scoreMax),
      hasPassed,
    ]);
  });

  it.each<[string, EndedPaper, RegradePolicy, number]>([
    ['the new version grades it already', paper({ response: { gradedVersion: 2 } }), 'recompute', 2],
    [
      'the better grade is kept already',
      paper({ response: { gradedVersion: 2, decidedShare: '1' } }),
      'keep_better',
      2,
    ],
    ['everybody has the mark already', paper({ response: { gradedVersion: 2, decidedShare: '1' } }), 'full_marks', 2],
    ['the question is dropped already', paper({ response: { isDropped: true } }), 'drop', 2],
  ])('is the same when %s', (_, ended, policy, toVersion) => {
    expect(regrade(ended, policy, toVersion)).toEqual({ outcome: 'unchanged' });
  });

  it('is not looked at where the question is missing, or on the paper in another version', () => {
    const missing = { ...paper(), places: paper().places.slice(1) };
    expect(regrade(missing, 'drop').outcome).toBe('absent');
    expect(regrade(paper({ version: 2 }), 'drop').outcome).toBe('absent');
  });

  it('goes back to the paper by grading by the first version anew', () => {
    const dropped = paper({ response: { gradedVersion: 2, decidedShare: '1', isDropped: true } });
    const back = regrade(dropped, 'recompute', 1);
    expect(back).toMatchObject({ response: { ...asPapered, outcome: 'correct' }, grade: { hasPassed: true } });
  });

  it('has the mark for everybody although the answer was never given', () => {
    const blank = regrade(paper({ response: { answer: null } }), 'full_marks');
    expect(blank).toMatchObject({ response: { outcome: 'correct' }, grade: { percent: 100 } });
  });

  it('keeps the question of its answer where full marks come with one of another type', () => {
    expect(regrade(paper(), 'full_marks', 3)).toMatchObject({
      response: { gradedVersion: null, decidedShare: '1' },
      grade: { percent: 100 },
    });
  });
});

describe('answers that wait for a mark', () => {
  const essayAnswer = { answer: { essay: 'Because.' } };
  const waits = { questionId: third, ...essayAnswer };

  it('leave a regraded attempt without a grade', () => {
    expect(regrade(paper({ state: 'submitted', besides: waits }), 'recompute')).toMatchObject({
      outcome: 'regraded',
      response: { gradedVersion: 2 },
      grade: null,
    });
  });

  it('wait no more when they are dropped, or given the mark', () => {
    const waiting = paper({ version: 4, state: 'submitted', response: essayAnswer });
    expect(regrade(waiting, 'drop', 4, [4])).toMatchObject({ grade: { percent: 100, hasPassed: true } });
    expect(regrade(waiting, 'full_marks', 4, [4])).toMatchObject({ grade: { percent: 100, hasPassed: true } });
  });

  it('do not come back into an attempt that has its grade', () => {
    const dropped = paper({ version: 4, response: { ...essayAnswer, isDropped: true } });
    expect(regrade(dropped, 'recompute', 5, [4])).toEqual({ outcome: 'would_wait' });
  });

  it('keep the mark that a person gave', () => {
    const marked = paper({ version: 4, response: { ...essayAnswer, decidedShare: '3/4' } });
    expect(regrade(marked, 'recompute', 5, [4])).toMatchObject({
      response: { gradedVersion: 5, decidedShare: '0.75' },
      grade: { percent: 87.5 },
    });
  });
});

describe('a paper that several regrades have reached', () => {
  const regradings = [
    { questionId: id, fromVersions: [1], replacement: questionOf(id, 2), policy: 'recompute' as const },
    { questionId: id, fromVersions: [1], replacement: questionOf(id, 1), policy: 'keep_better' as const },
  ];

  it.each<[string, object, boolean]>([
    ['none has reached it', {}, true],
    ['the first has reached it only', { gradedVersion: 2 }, false],
    ['a third has reached it', { isDropped: true }, false],
  ])('is settled or not: %s', (_, response, expected) => {
    expect(isSettled(paper({ response }), regradings, questionOf)).toBe(expected);
  });

  it('is settled where neither holds for it', () => {
    expect(isSettled(paper({ version: 2 }), regradings, questionOf)).toBe(true);
  });
});

describe('a replacement', () => {
  it.each<[RegradePolicy, Question, number]>([
    ['recompute', choice(2, 'b'), 0],
    ['recompute', numeric, 1],
    ['keep_better', numeric, 1],
    ['full_marks', numeric, 0],
    ['drop', numeric, 0],
  ])('for %s', (policy, replacement, problems) => {
    expect(problemsOf([choice(1, 'a')], { replacement, policy })).toHaveLength(problems);
  });
});
