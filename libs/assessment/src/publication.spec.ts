import { describe, expect, it } from '@jest/globals';
import { policySchema, questionSchema } from '#libs/contracts';

import { publicationProblems, type PublishableSection } from './publication.js';

const sound = questionSchema.parse({
  id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
  version: 1,
  type: 'true_false',
  stem: '?',
  key: true,
});

function section(sectionId: string, fields: Partial<PublishableSection> = {}): PublishableSection {
  const policy = policySchema.parse({});
  return { sectionId, title: `Section ${sectionId}`, prerequisites: [], policy, questions: [sound], ...fields };
}

function found(sections: PublishableSection[]): string[] {
  return publicationProblems(sections).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('publicationProblems', () => {
  it('finds none in a sound course', () => {
    const policy = policySchema.parse({
      drawCount: 1,
      opensAt: '2026-01-01T00:00:00Z',
      closesAt: '2026-02-01T00:00:00Z',
    });
    expect(found([section('a', { policy }), section('b', { prerequisites: ['a'] })])).toEqual([]);
  });

  it('finds a renewal that asks more than a paper has', () => {
    const policy = (renewalDrawCount: number) => policySchema.parse({ drawCount: 1, renewalDrawCount });
    const problem = '/0/policy/renewalDrawCount renewal_too_large';
    expect(found([section('a', { policy: policy(1) })])).toEqual([]);
    expect(found([section('a', { policy: policy(2) })])).toEqual([problem]);
  });

  it('refuses a course without sections', () => {
    expect(found([])).toEqual([' course_empty']);
  });

  it('lists every problem at once, each at its place', () => {
    const policy = policySchema.parse({
      drawCount: 3,
      opensAt: '2026-02-01T00:00:00Z',
      closesAt: '2026-02-01T00:00:00Z',
    });
    const broken = questionSchema.parse({ ...sound, type: 'short_text', accepted: [], points: '0' });
    const sections = [
      section('a'),
      section('b', { policy, questions: [sound, broken] }),
      section('c', { questions: [] }),
    ];
    expect(found(sections)).toEqual([
      '/1/questions/1/points points_invalid',
      '/1/questions/1/accepted key_missing',
      '/1/policy/drawCount draw_too_large',
      '/1/policy/closesAt window_empty',
      '/2/questions section_empty',
    ]);
  });

  const bank = ['sql', 'sql', 'http', 'http', 'http'].map((tag, index) => ({
    ...sound,
    id: `00000000-0000-4000-8000-00000000000${index}`,
    tags: [tag],
  }));
  const [first, second] = bank.map(({ id }) => id);
  it.each<[string, object, string[]]>([
    [
      'pools and fixed questions that fit',
      { fixedQuestions: [first], pools: [{ tags: ['http'], count: 3 }], drawCount: 1 },
      [],
    ],
    [
      'a fixed question of another section',
      { fixedQuestions: [sound.id] },
      ['fixedQuestions/0 fixed_question_unknown'],
    ],
    ['a fixed question named twice', { fixedQuestions: [first, first] }, ['fixedQuestions/1 fixed_question_unknown']],
    ['a pool beyond its tag', { pools: [{ tags: ['sql'], count: 3 }] }, ['pools/0/count pool_too_small']],
    [
      'a pool without its fixed questions',
      { fixedQuestions: [first, second], pools: [{ tags: ['sql'], count: 1 }] },
      ['pools/0/count pool_too_small'],
    ],
    [
      'a second pool after one that takes all',
      {
        pools: [
          { tags: ['sql'], count: 2 },
          { tags: [], count: 4 },
        ],
      },
      ['pools/1/count pool_too_small'],
    ],
    ['a draw beyond the rest', { pools: [{ tags: [], count: 4 }], drawCount: 2 }, ['drawCount draw_too_large']],
  ])('judges the draw: %s', (_, fields, problems) => {
    const policy = policySchema.parse(fields);
    expect(found([section('a', { policy, questions: bank })])).toEqual(problems.map((each) => `/0/policy/${each}`));
  });

  it('refuses prerequisites outside the course', () => {
    expect(found([section('a', { prerequisites: ['b', 'x'] }), section('b')])).toEqual([
      '/0/prerequisites/1 prerequisite_unknown',
    ]);
  });

  it.each<[string, [string, string[]][], string[]]>([
    ['a section that waits for itself', [['a', ['a']]], ['/0/prerequisites prerequisite_cycle']],
    [
      'a circle, but not what waits for it',
      [
        ['a', ['c']],
        ['b', ['a']],
        ['c', ['b']],
        ['d', ['a', 'b']],
      ],
      [
        '/0/prerequisites prerequisite_cycle',
        '/1/prerequisites prerequisite_cycle',
        '/2/prerequisites prerequisite_cycle',
      ],
    ],
    [
      'nothing where two ways lead to the same section',
      [
        ['a', []],
        ['b', ['a']],
        ['c', ['a']],
        ['d', ['b', 'c']],
      ],
      [],
    ],
  ])('finds %s', (_, edges, problems) => {
    expect(found(edges.map(([id, prerequisites]) => section(id, { prerequisites })))).toEqual(problems);
  });
});
