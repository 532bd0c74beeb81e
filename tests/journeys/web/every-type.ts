import type { QuestionDraft } from '#libs/api-client';

import { apiAs } from './keys.js';
import { person } from './people.js';

/** What is right, in the words that a learner sees. */
export const right = {
  choice: 'A set',
  choices: ['len', 'sum'],
  line: 'yield',
  number: '2.5',
  matches: { '`[]`': 'list', '`{}`': 'dict', '`()`': 'tuple' },
  order: ['Write a test', 'See it fail', 'Make it pass', 'Tidy up'],
  gaps: ['def', 'return', '4'],
  essay: 'A tuple cannot change, so it can be a key of a dictionary and is safe to share.',
} as const;

const option = (text: string, isKey: boolean, feedback?: string) => ({
  id: text.replaceAll(/\W/g, ''),
  text,
  isKey,
  ...(feedback === undefined ? {} : { feedback }),
});

/** One question of every type, with a formula, code, a table of gaps and feedback among them; each is worth one point. */
export const questions: readonly QuestionDraft[] = [
  {
    type: 'single_choice',
    stem: 'Which holds each value once? Its size is $|S| \\le n$.',
    options: [option('A set', true), option('A list', false, 'A list may hold the same value twice.')],
    explanation: 'A set has no duplicates: $$\\sum_{x \\in S} 1 = |S|$$',
  },
  {
    type: 'multiple_choice',
    stem: 'Which are built-in functions?',
    options: [option('len', true), option('sum', true), option('push', false)],
    scoring: 'per_option',
  },
  { type: 'true_false', stem: 'A function may return another function.', key: true },
  { type: 'short_text', stem: 'Which keyword makes a generator?', accepted: [right.line] },
  { type: 'numeric', stem: 'How far is 250 cm in metres?', value: right.number, unit: 'm' },
  {
    type: 'matching',
    stem: 'Which type does each literal have?',
    prompts: Object.entries(right.matches).map(([text, match], index) => ({ id: `p${index}`, text, match })),
    choices: ['list', 'dict', 'tuple', 'set'].map((text) => ({ id: text, text })),
  },
  {
    type: 'ordering',
    stem: 'In which order does test-driven development go?',
    items: right.order.map((text, index) => ({ id: `i${index}`, text })),
    scoring: 'adjacent_pairs',
  },
  {
    type: 'cloze',
    stem: [
      'Complete the function.',
      '',
      '```python',
      '{{word}} double(x):',
      '    {{way}} x * 2',
      '```',
      '',
      '| call | result |',
      '| --- | --- |',
      '| `double(2)` | {{result}} |',
    ].join('\n'),
    gaps: [
      { id: 'word', kind: 'text', accepted: ['def'] },
      { id: 'way', kind: 'choice', options: [option('return', true), option('yield', false)] },
      { id: 'result', kind: 'number', value: '4' },
    ],
  },
  {
    type: 'essay',
    stem: 'Why would you take a tuple rather than a list?',
    wordsMin: 5,
    wordsMax: 60,
    rubric: [
      {
        id: 'reason',
        title: 'Reason',
        levels: [
          { id: 'none', text: 'None', points: '0' },
          { id: 'sound', text: 'Sound', points: '1' },
        ],
      },
    ],
  },
];

/** A published course of one section that holds every type, in the order written. */
export async function publishEveryType(url: string): Promise<{ courseId: string; sectionId: string }> {
  const { email, password } = person('author');
  const author = await apiAs(url, email, password);
  const course = await author.content.createCourse('Every kind of question');
  const section = await author.content.addSection(course.id, 'All of them');
  for (const question of questions) await author.content.addQuestion(section.id, question);
  await author.content.changeSection(section.id, section.version, {
    policy: {
      passMark: 0.5,
      shuffleQuestions: false,
      shuffleOptions: false,
      practice: { triesMax: 3, retryPenalty: '1/3' },
    },
  });
  const { version } = await author.content.course(course.id);
  await author.content.publish(course.id, version);
  return { courseId: course.id, sectionId: section.id };
}
