import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };

const options = [
  { text: 'Right', isKey: true, feedback: 'Yes' },
  { text: 'Wrong', isKey: false },
];
const named = { type: 'short_text', stem: 'Name it', accepted: ['git'] };
const single = { type: 'single_choice', stem: 'Which one?', options, tags: ['git'], difficulty: 'easy' };
const questions = [
  ['single_choice', single],
  ['multiple_choice', { type: 'multiple_choice', stem: 'Which?', options, shuffle: false, points: '1/3' }],
  ['true_false', { type: 'true_false', stem: 'Sure?', key: false, feedback: { true: 'No' }, explanation: 'Because.' }],
  ['short_text', { type: 'short_text', stem: 'Name it', accepted: ['git st*'], caseSensitive: true }],
  ['numeric', { type: 'numeric', stem: 'How long?', value: '3.5', tolerance: '0.1', unit: 's', difficulty: 'hard' }],
  [
    'matching',
    {
      type: 'matching',
      stem: 'Match',
      prompts: [
        { id: 'p1', text: 'Push', match: 'c2', feedback: 'Out' },
        { id: 'p2', text: 'Pull', match: 'c1' },
      ],
      choices: [
        { id: 'c1', text: 'In' },
        { id: 'c2', text: 'Out' },
        { id: 'c3', text: 'Around' },
      ],
      shuffle: false,
      scoring: 'all_or_nothing',
    },
  ],
  [
    'ordering',
    {
      type: 'ordering',
      stem: 'Order',
      items: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
      scoring: 'adjacent_pairs',
    },
  ],
  [
    'cloze',
    {
      type: 'cloze',
      stem: 'Use {{verb}} {{count}} times {{where}}.',
      gaps: [
        { id: 'verb', kind: 'text', weight: '2', accepted: ['add'], caseSensitive: true, otherFeedback: 'No' },
        { id: 'count', kind: 'number', value: '2', tolerance: '1', toleranceKind: 'absolute' },
        {
          id: 'where',
          kind: 'choice',
          options: [
            { id: 'x', text: 'here', isKey: true },
            { id: 'y', text: 'there', isKey: false, share: '1/4' },
          ],
          shuffle: false,
        },
      ],
      scoring: 'per_part',
    },
  ],
  [
    'essay',
    {
      type: 'essay',
      stem: 'Why?',
      wordsMin: 10,
      wordsMax: 100,
      format: 'code',
      template: '# begin',
      rubric: [
        {
          id: 'r1',
          title: 'Reason',
          levels: [
            { id: 'l0', text: 'None', points: '0' },
            { id: 'l1', text: 'Good', points: '2' },
          ],
        },
      ],
      markerNotes: 'Look for causes.',
    },
  ],
] as const;
const times = (count: number, value: object) => Array.from({ length: count }, () => value);
const common = {
  name: 'Bank 7',
  hints: ['Think', 'Think again'],
  outcomeFeedback: { correct: 'Yes', partial: 'Nearly', incorrect: 'No' },
  explanation: 'So it is.',
  tags: ['a', 'b'],
  difficulty: 'medium',
  points: '2.5',
};

describe('questions', () => {
  let running: RunningService;
  let sectionId: string;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const add = (question: unknown, as = author) =>
    call('POST', `/sections/${sectionId}/questions`, { as, body: { question } });

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    const course = await call('POST', '/courses', { as: author, body: { title: 'Course' } });
    const sent = { as: author, body: { title: 'Section' } };
    sectionId = (await call('POST', `/courses/${course.body.id}/sections`, sent)).body.id;
  });

  it.each(questions)(
    'of type %s are kept as they were sent, with id and version from the server',
    async (_, question) => {
      const made = await add(question);
      expect(made).toMatchObject({ status: 201, body: { version: 1, sectionId, ...question } });
      expect(made.headers.get('etag')).toBe('"1"');
      const got = await call('GET', `/questions/${made.body.id}`, { as: author });
      expect(got.body).toEqual(made.body);
    },
  );

  it.each(questions)('of type %s keep name, hints and feedback through a change', async (_, question) => {
    const { id } = (await add(question)).body;
    const sent = { as: author, headers: ifMatch(1), body: { question: { ...question, ...common } } };
    expect(await call('PUT', `/questions/${id}`, sent)).toMatchObject({
      status: 200,
      body: { ...question, ...common, version: 2 },
    });
    const bare = await call('PUT', `/questions/${id}`, { ...sent, headers: ifMatch(2), body: { question } });
    for (const member of ['name', 'hints', 'outcomeFeedback']) expect(bare.body).not.toHaveProperty(member);
  });

  it('come once however often they are sent under one Idempotency-Key', async () => {
    const sent = { as: author, headers: { 'idempotency-key': 'k' }, body: { question: single } };
    const send = () => call('POST', `/sections/${sectionId}/questions`, sent);
    const answers = [await send(), await send()];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await call('GET', `/sections/${sectionId}/questions`, { as: author })).body.items).toHaveLength(1);
  });

  it('get letters for options without an id', async () => {
    const made = await add({ ...single, options: [...options, { id: 'a', text: 'Own', isKey: false }] });
    expect(made.body.options.map((option: { id: string }) => option.id)).toEqual(['b', 'c', 'a']);
  });

  describe('a change', () => {
    it('makes a new version; every old one stays as it was', async () => {
      const { id } = (await add(single)).body;
      running.clock.advance({ minutes: 1 });
      const changed = await call('PUT', `/questions/${id}`, {
        as: author,
        headers: ifMatch(1),
        body: { question: { ...single, stem: 'Which one now?' } },
      });
      expect(changed).toMatchObject({ status: 200, body: { id, version: 2, stem: 'Which one now?' } });
      const versions = await call('GET', `/questions/${id}/versions`, { as: author });
      expect(versions.body.items.map((one: { stem: string }) => one.stem)).toEqual(['Which one now?', 'Which one?']);
      const page = await call('GET', `/questions/${id}/versions?limit=1`, { as: author });
      const rest = await call('GET', `/questions/${id}/versions?limit=1&cursor=${page.body.next}`, { as: author });
      expect(rest.body).toMatchObject({ items: [{ version: 1 }], next: null });
    });

    it('of one version is made once when ten race', async () => {
      const { id } = (await add(single)).body;
      const sent = { as: author, headers: ifMatch(1), body: { question: single } };
      const answers = await Promise.all(Array.from({ length: 10 }, () => call('PUT', `/questions/${id}`, sent)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    });

    it.each([
      ['without If-Match', {}, 428, 'if_match_required'],
      ['with a stale one', { 'if-match': '"2"' }, 412, 'version_stale'],
    ])('%s is refused, and so is a removal', async (_, headers, status, code) => {
      const { id } = (await add(single)).body;
      const sent = { as: author, headers };
      const put = await call('PUT', `/questions/${id}`, { ...sent, body: { question: single } });
      expect(put).toMatchObject({ status, body: { code } });
      expect(await call('DELETE', `/questions/${id}`, sent)).toMatchObject({ status, body: { code } });
    });

    it('cannot be made to what was stored', async () => {
      const { id } = (await add(single)).body;
      const update = running.dataSource.query(`UPDATE question_version SET body = '{}' WHERE question_id = $1`, [id]);
      await expect(update).rejects.toThrow('never changed');
    });
  });

  it('that are removed are gone, with all versions', async () => {
    const { id } = (await add(single)).body;
    expect((await call('DELETE', `/questions/${id}`, { as: author, headers: ifMatch(1) })).status).toBe(204);
    expect((await call('GET', `/questions/${id}`, { as: author })).status).toBe(404);
  });

  describe('a list', () => {
    const stems = async (query: string) => {
      const list = await call('GET', `/sections/${sectionId}/questions?${query}`, { as: author });
      expect(list.status).toBe(200);
      return list.body.items.map((question: { stem: string }) => question.stem);
    };
    beforeEach(async () => {
      for (const [, question] of questions) await add(question);
      await add({ type: 'true_false', stem: 'Sure of it?', key: true, ...common });
    });

    it.each([
      ['', [...questions.map(([, { stem }]) => stem), 'Sure of it?']],
      ['tag=git', ['Which one?']],
      ['difficulty=hard', ['How long?']],
      ['type=true_false', ['Sure?', 'Sure of it?']],
      ['type=cloze&search=use', ['Use {{verb}} {{count}} times {{where}}.']],
      ['search=WHICH', ['Which one?', 'Which?']],
      ['search=bank 7', ['Sure of it?']],
      ['search=%25', []],
      ['search=_', []],
      ["search=' OR 1=1 --", []],
      ['tag=git&difficulty=hard', []],
    ])('by %j has %j', async (query, expected) => {
      expect(await stems(query)).toEqual(expected);
    });

    it('goes on page by page', async () => {
      const first = await call('GET', `/sections/${sectionId}/questions?limit=3`, { as: author });
      const next = await call('GET', `/sections/${sectionId}/questions?limit=7&cursor=${first.body.next}`, {
        as: author,
      });
      expect([first.body.items.length, next.body.items.length]).toEqual([3, 7]);
      expect(next.body.next).toBeNull();
    });

    it.each(['difficulty=none', 'search=', 'search=a&search=b', 'search=%00', 'type[]=numeric', 'limit=-1'])(
      'by %j is refused',
      async (query) => {
        const refused = await call('GET', `/sections/${sectionId}/questions?${query}`, { as: author });
        expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
      },
    );

    it('takes no cursor of another list', async () => {
      const first = await call('GET', `/courses?limit=1`, { as: author });
      const cursor = first.body.next ?? Buffer.from('["content.questions","x"]').toString('base64url');
      const refused = await call('GET', `/sections/${sectionId}/questions?cursor=${cursor}`, { as: author });
      expect(refused).toMatchObject({ status: 400, body: { code: 'cursor_foreign' } });
    });
  });

  it('are counted by tag, difficulty and type', async () => {
    for (const [, question] of questions) await add(question);
    await add({ ...single, tags: ['git', 'git', 'remote'], difficulty: 'hard' });
    const counted = await call('GET', `/sections/${sectionId}/tags`, { as: author });
    expect(counted).toMatchObject({ status: 200, body: { questions: 10, isComplete: true } });
    expect(counted.body.tags).toEqual([
      { tag: 'git', count: 2, easy: 1, medium: 0, hard: 1 },
      { tag: 'remote', count: 1, easy: 0, medium: 0, hard: 1 },
    ]);
    expect(counted.body.difficulties).toEqual([
      { difficulty: 'easy', count: 1 },
      { difficulty: 'hard', count: 2 },
      { difficulty: null, count: 7 },
    ]);
    expect(counted.body.types).toContainEqual({ type: 'single_choice', count: 2 });
    expect((await call('GET', `/sections/${sectionId}/tags`, { as: other })).status).toBe(404);
  });

  it('of another author are not found by any route', async () => {
    const { id } = (await add(single)).body;
    const sent = { as: other, headers: ifMatch(1), body: { question: single } };
    const answers = await Promise.all([
      call('GET', `/questions/${id}`, { as: other }),
      call('GET', `/questions/${id}/versions`, { as: other }),
      call('PUT', `/questions/${id}`, sent),
      call('DELETE', `/questions/${id}`, { as: other, headers: ifMatch(1) }),
      call('GET', `/sections/${sectionId}/questions`, { as: other }),
      add(single, other),
      call('GET', `/questions/${randomUUID()}`, { as: other }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 7 }, () => 404));
  });

  it.each([
    ['without a type', { stem: 'Hm?' }],
    ['of an unknown type', { ...single, type: 'hotspot' }],
    ['of another type than its members', { ...single, type: 'essay' }],
    ['with a name of 201 characters', { ...single, name: 'x'.repeat(201) }],
    ['with eleven hints', { ...single, hints: Array(11).fill('h') }],
    ['with an empty hint', { ...single, hints: [''] }],
    ['with feedback on an outcome that nobody has', { ...single, outcomeFeedback: { pending: 'x' } }],
    ['with a share that is no number', { ...single, options: [{ text: 'A', isKey: true, share: 'half' }] }],
    ['with a scoring that nobody knows', { ...single, type: 'multiple_choice', scoring: 'guess' }],
    ['with text for the gaps', { type: 'cloze', stem: '{{a}}', gaps: 'a' }],
    ['with a gap of a kind nobody knows', { type: 'cloze', stem: '{{a}}', gaps: [{ id: 'a', kind: 'date' }] }],
    ['with a gap id of blanks', { type: 'cloze', stem: '{{a}}', gaps: [{ id: ' ', kind: 'text', accepted: ['x'] }] }],
    ['with a prompt without a match', { type: 'matching', stem: 'M', prompts: [{ id: 'a', text: 'a' }], choices: [] }],
    ['with 51 items', { type: 'ordering', stem: 'O', items: times(51, { id: 'a', text: 'a' }) }],
    ['with 51 alternatives', { ...named, alternatives: times(51, { text: 'a', share: '1/2' }) }],
    [
      'with a rubric of 21 criteria',
      { type: 'essay', stem: 'W', rubric: times(21, { id: 'a', title: 'a', levels: [] }) },
    ],
    ['with fewer words than none', { type: 'essay', stem: 'W', wordsMin: -1 }],
    [
      'with a unit worth nothing readable',
      { type: 'numeric', stem: 'N', value: '1', units: [{ unit: 'm', multiplier: 'x' }] },
    ],
    ['with an id of its own', { ...single, id: randomUUID() }],
    ['with a version of its own', { ...single, version: 7 }],
    ['with the members of another type', { ...single, accepted: ['x'] }],
    ['with an unknown member in an option', { ...single, options: [{ text: 'A', isKey: true, weight: 2 }] }],
    ['with text for a key', { type: 'true_false', stem: 'Sure?', key: 'true' }],
    ['with points that are no number', { ...single, points: 'many' }],
    ['with points of a thousand digits', { ...single, points: '1'.repeat(1_000) }],
    ['with a stem of 100,000 characters', { ...single, stem: 'x'.repeat(100_000) }],
    ['with an empty stem', { ...single, stem: '' }],
    ['with a hundred options', { ...single, options: Array.from({ length: 100 }, () => options[0]) }],
    ['with NUL in an option', { ...single, options: [{ text: 'a\0', isKey: true }] }],
    ['with half a character in a tag', { ...single, tags: ['\udc00'] }],
  ])('%s are refused', async (_, question) => {
    const refused = await add(question);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(refused.body.errors.length).toBeGreaterThan(0);
    for (const { pointer } of refused.body.errors) expect(pointer).toMatch(/^\/question/);
  });
});
