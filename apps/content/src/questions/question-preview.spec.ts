import { describe, expect, it } from '@jest/globals';

import { previewOf } from './question-preview.js';
import type { QuestionBody } from './question-body.js';

const options = ['right', 'wrong', 'other'].map((text) => ({
  id: text,
  text,
  isKey: text === 'right',
  feedback: `about ${text}`,
}));
const body: QuestionBody = {
  type: 'single_choice',
  stem: 'Which?',
  tags: [],
  points: '2',
  options,
  shuffle: true,
  explanation: 'So it is.',
  outcomeFeedback: { correct: 'Well done' },
};
const preview = (answer?: unknown, seed = 's') => previewOf({ body, answer, seed });

describe('a preview', () => {
  it('shows the paper and nothing of the key', () => {
    const { problems, paper, ...rest } = preview();
    expect([problems, rest]).toEqual([[], {}]);
    expect(paper).toMatchObject({ type: 'single_choice', stem: 'Which?', points: 2 });
    expect(paper.options?.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(JSON.stringify(paper)).not.toMatch(/about|isKey|So it is/);
  });

  it('draws the same order for the same seed, and others for others', () => {
    expect(preview().paper).toEqual(preview().paper);
    const orders = new Set(Array.from({ length: 20 }, (_, at) => JSON.stringify(preview(undefined, `${at}`).paper)));
    expect(orders.size).toBeGreaterThan(2);
  });

  it('says what would be said of an answer', () => {
    const right = preview().paper.options?.find(({ text }) => text === 'right')?.id;
    expect(preview({ choice: right })).toMatchObject({
      result: { outcome: 'correct', score: 2, scoreMax: 2, outcomeFeedback: 'Well done', explanation: 'So it is.' },
    });
    expect(preview({ choice: right }).result?.key).toEqual({ choice: right });
  });

  it('says why an answer is none', () => {
    expect(preview({ choice: '9' }).answerProblem).toMatchObject({ pointer: '/answer/choice' });
    expect(preview({ text: 'right' }).answerProblem).toMatchObject({ code: 'answer_invalid' });
  });

  it('of a question with problems names them, shows it all the same and grades nothing', () => {
    const broken = previewOf({ body: { ...body, options: [], points: '1/0' }, answer: { choice: '1' }, seed: 's' });
    expect(broken.problems.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/options', '/points']));
    expect(broken).not.toHaveProperty('result');
    expect(broken.paper).toMatchObject({ stem: 'Which?' });
  });

  const halfWritten: QuestionBody[] = [
    {
      type: 'matching',
      stem: 'M',
      tags: [],
      points: '1',
      prompts: [{ id: 'a', text: '', match: 'x' }],
      choices: [],
      shuffle: true,
      scoring: 'per_part',
    },
    {
      type: 'ordering',
      stem: 'O',
      tags: [],
      points: '1',
      items: [
        { id: 'a', text: 'a' },
        { id: 'a', text: 'b' },
      ],
      scoring: 'exact',
    },
    { type: 'cloze', stem: '{{a}} {{b}} {{a}}', tags: [], points: '1', gaps: [], scoring: 'per_part' },
    { type: 'numeric', stem: 'N', tags: [], points: '1', value: 'many', tolerance: '?' },
    { type: 'short_text', stem: 'T', tags: [], points: '1', accepted: [], caseSensitive: false },
    { type: 'essay', stem: 'E', tags: [], points: '1', format: 'text', rubric: [{ id: 'a', title: 'a', levels: [] }] },
  ];
  it.each(halfWritten.map((half) => [half.type, half] as const))('shows a %s that is half written', (_, half) => {
    const { problems, paper } = previewOf({ body: half, seed: 's' });
    expect(problems.length).toBeGreaterThan(0);
    expect(paper.type).toBe(half.type);
  });

  it('of the largest question there can be takes a moment', () => {
    const accepted = Array.from({ length: 50 }, () => `${'*a'.repeat(20)}b`);
    const gaps = Array.from({ length: 50 }, (_, at) => ({
      id: `g${at}`,
      kind: 'text' as const,
      accepted,
      caseSensitive: false,
    }));
    const stem = gaps.map(({ id }) => `{{${id}}}`).join(' ');
    const answer = { gaps: gaps.map((_, at) => ({ gap: String(at + 1), text: 'a'.repeat(2_000) })) };
    const begin = performance.now();
    const { result } = previewOf({
      body: { type: 'cloze', stem, tags: [], points: '1', gaps, scoring: 'per_part' },
      answer,
      seed: 's',
    });
    expect(result?.outcome).toBe('incorrect');

    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});
