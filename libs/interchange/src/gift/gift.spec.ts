import { describe, expect, it } from '@jest/globals';

import { questionSchema } from '#libs/contracts';
import { giftBank } from '#libs/testing';

import { readGift } from './read-gift.js';

function read(text: string, options: { grades?: 'error' | 'nearest' } = {}) {
  let next = 0;
  return readGift(text, { newId: () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`, ...options })
    .items;
}
const only = (text: string) => read(text)[0];
const questionOf = (text: string) => only(text)?.question;

describe('readGift', () => {
  it.each([
    ['USERS 16', String.raw`1+1\=2 {T}`, { type: 'true_false', stem: '1+1=2', key: true }],
    ['TRUE', 'The sky is blue. {TRUE}', { type: 'true_false', key: true }],
    ['F with blanks', 'Water is dry. { F }', { type: 'true_false', key: false }],
    ['feedback for the wrong response first', 'Q{T#wrong#right}', { feedback: { true: 'right', false: 'wrong' } }],
    [
      'the same where false is right',
      'Q{FALSE#wrong#right}',
      { key: false, feedback: { true: 'wrong', false: 'right' } },
    ],
    ['only feedback for the right one', 'Q{F##right}', { feedback: { false: 'right' } }],
    ['lower case, which is a text', 'Q{true}', { type: 'short_text', accepted: ['true'] }],
    ['nothing, which is an essay', 'Write.{}', { type: 'essay', stem: 'Write.', format: 'text' }],
    ['an essay with general feedback', 'Write.{####Well.}', { type: 'essay', explanation: 'Well.' }],
    ['one answer without a mark', 'Q{Paris}', { type: 'short_text', accepted: ['Paris'] }],
    ['an arrow without a mark, which is a text', 'Q{a->b}', { type: 'short_text', accepted: ['a->b'] }],
  ])('reads %s', (_, text, expected) => {
    expect(only(text)).toMatchObject({ outcome: 'imported', question: expected });
  });

  it.each([
    [
      'a single choice',
      'Who? {=no one ~Grant#Not he. ~%50%half}',
      {
        type: 'single_choice',
        shuffle: true,
        options: [
          { id: 'a', text: 'no one', isKey: true },
          { id: 'b', text: 'Grant', isKey: false, feedback: 'Not he.' },
          { id: 'c', text: 'half', isKey: false, share: '0.5' },
        ],
      },
    ],
    ['a single choice that can cost', 'Q{=a ~%-50%b ~%-25%c}', { type: 'single_choice', floor: '-0.5' }],
    [
      'weights without a right answer, which are a multiple choice',
      'Q{~%33.33333%a ~%33.333%b ~%33.3333333%c ~%-100%d}',
      {
        type: 'multiple_choice',
        scoring: 'weighted',
        options: [
          { share: '1/3', isKey: true },
          { share: '1/3', isKey: true },
          { share: '1/3', isKey: true },
          { share: '-1', isKey: false },
        ],
      },
    ],
    [
      'an arrow beside a tilde, which is a choice',
      'Q{=a -> b ~c -> d}',
      { type: 'single_choice', options: [{ text: 'a -> b' }, {}] },
    ],
    [
      'a percent sign that is no weight',
      'Q{=100% ~%x% ~50}',
      { options: [{ text: '100%' }, { text: '%x%' }, { text: '50' }] },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(questionOf(text.replace('Q{', '[markdown]Q{'))).toMatchObject(expected);
  });

  it.each([
    ['#1822', { value: '1822', tolerance: '0' }],
    ['#1822:5', { value: '1822', tolerance: '5' }],
    ['#3.141..3.142', { value: '3.1415', tolerance: '0.0005' }],
    ['#-5..-3', { value: '-4', tolerance: '1' }],
    ['#.5:1e-1', { value: '0.5', tolerance: '0.1' }],
    ['#0.30000000000000004..0.3000000000000001', { value: '0.30000000000000007', tolerance: '0.00000000000000003' }],
    ['#=3', { value: '3' }],
    [
      '#=3 =%50%7:1#near',
      { value: '3', alternatives: [{ value: '7', tolerance: '1', share: '0.5', feedback: 'near' }] },
    ],
    [
      '#=3:1 =%50%3:2',
      {
        value: '3',
        tolerance: '1',
        alternatives: [
          { value: '3', tolerance: '1', share: '1' },
          { value: '3', tolerance: '2', share: '0.5' },
        ],
      },
    ],
    ['#=%50%3:2 =3:1', { value: '3', tolerance: '1', alternatives: [{ tolerance: '2', share: '0.5' }] }],
    [
      '#=3#Yes. ~#No.',
      { value: '3', alternatives: [{ value: '3', share: '1', feedback: 'Yes.' }], otherFeedback: 'No.' },
    ],
  ])('reads the number {%s}', (answers, expected) => {
    expect(questionOf(`Q{${answers}}`)).toMatchObject({ type: 'numeric', ...expected });
  });

  it.each([
    ['=no one =nobody', { accepted: ['no one', 'nobody'] }],
    ['=%100%a =%50%b#Nearly.', { accepted: ['a'], alternatives: [{ text: 'b', share: '0.5', feedback: 'Nearly.' }] }],
    [
      '=a =%50%a*',
      {
        accepted: [],
        alternatives: [
          { text: 'a', share: '1' },
          { text: 'a*', share: '0.5' },
        ],
      },
    ],
    [
      '=a* =%50%b',
      {
        accepted: [],
        alternatives: [
          { text: 'a*', share: '1' },
          { text: 'b', share: '0.5' },
        ],
      },
    ],
    ['=%50%a* =ab', { accepted: ['ab'], alternatives: [{ text: 'a*', share: '0.5' }] }],
    ['=a =%0%*#No.', { accepted: ['a'], otherFeedback: 'No.' }],
    ['=a =%0%*', { accepted: ['a'] }],
    [
      String.raw`=a\=b =\#1 =x\:y =\~ =\{\} =c\\d =2\*3`,
      { accepted: ['a=b', '#1', 'x:y', '~', '{}', 'c\\d', '2\\*3'] },
    ],
    ['=[html]<b> =[nothing]c', { accepted: ['<b>', '[nothing]c'] }],
  ])('reads the texts {%s}', (answers, expected) => {
    const { type, accepted, alternatives, otherFeedback } = {
      alternatives: undefined,
      otherFeedback: undefined,
      ...questionOf(`Q{${answers}}`),
    } as never;
    expect({ type, accepted, alternatives, otherFeedback }).toMatchObject({ type: 'short_text', ...expected });
  });

  it('reads pairs, with a choice that belongs to none', () => {
    expect(
      questionOf('Match. {=Canada->Ottawa =[html]<b>Italy</b> -> Rome = cat -> Chat = -> Tokyo =feline -> Chat}'),
    ).toMatchObject({
      type: 'matching',
      prompts: [
        { id: 'a', text: 'Canada', match: '1' },
        { id: 'b', text: '**Italy**', match: '2' },
        { id: 'c', text: 'cat', match: '3' },
        { id: 'd', text: 'feline', match: '3' },
      ],
      choices: [
        { id: '1', text: 'Ottawa' },
        { id: '2', text: 'Rome' },
        { id: '3', text: 'Chat' },
        { id: '4', text: 'Tokyo' },
      ],
    });
  });

  it.each([
    ['a title', '::The name:: Q{T}', { name: 'The name', stem: 'Q' }],
    ['a title with marks in it', String.raw`::a\:\:b:: Q{T}`, { name: 'a::b' }],
    ['a :: without a second one', '::Q{T}', { stem: 'Q' }],
    ['a missing word', '[markdown]Grant is {~buried =entombed} in a tomb.', { stem: 'Grant is _____ in a tomb.' }],
    ['a missing word before a dot', '[markdown]Two and two are {=4}.', { stem: 'Two and two are _____.' }],
    ['general feedback behind the last ####', 'Q{=a#x####y####z}', { explanation: 'z' }],
    ['a line end', String.raw`[markdown]a\n\nb{T}`, { stem: 'a\n\nb' }],
    ['doubled backslashes', String.raw`[markdown]$\\frac\{1\}\{2\}$ \n\\n{T}`, { stem: '$\\frac{1}{2}$ \n\\n' }],
    ['a backslash before anything else', String.raw`[markdown]C:\\x \d{T}`, { stem: 'C:\\x \\d' }],
    ['HTML', '[html]<p>A <b>bold</b> &amp; <script>x</script>move</p>{T}', { stem: 'A **bold** & move' }],
    ['plain text with marks', '[plain]*a* <b>{T}', { stem: String.raw`\*a\* \<b>` }],
    ['an unknown format', '[tex]x{T}', { stem: String.raw`\[tex]x` }],
    [
      'a format for one answer',
      '[markdown]Q{=*a* ~[plain]*b*}',
      { options: [{ text: '*a*' }, { text: String.raw`\*b\*` }] },
    ],
    ['comments within', 'Q\n// no = answer } here\n{T}', { stem: 'Q', type: 'true_false' }],
  ])('reads %s', (_, text, expected) => {
    expect(questionOf(text)).toMatchObject(expected);
  });

  it('reads ids and tags in comments, and categories as tags', () => {
    const text = [
      '// a bank',
      '',
      String.raw`$CATEGORY: $course$/top/Chapter 1//2/Loops`,
      '',
      String.raw`// question 1 [id:q-1] [tag:for] [tag:a [b\]]`,
      'One{T}',
      '',
      '$CATEGORY: $course$',
      '',
      '// [id:q-1]',
      'Two{F}',
    ].join('\r');
    expect(read(text)).toMatchObject([
      { line: 6, key: 'q-1', outcome: 'imported', question: { tags: ['Loops', 'for', 'a [b]'] } },
      {
        line: 11,
        key: null,
        outcome: 'imported_with_loss',
        losses: [expect.stringContaining('already')],
        question: { tags: [] },
      },
    ]);
  });

  it.each([
    ['no answers', 'Only text.', /description/],
    ['a brace without its partner', 'Q {T', /“{” without its partner/],
    ['a closing brace alone', 'Q T}', /“}” without its partner/],
    ['braces the wrong way round', 'a } b {', /before the first/],
    ['nothing but answers', '{T}', /no text/],
    ['one option', 'Q{~a}', /two options/],
    ['no right option', 'Q{~a ~b}', /No option is right/],
    ['one pair', 'Q{=a -> b}', /two pairs/],
    ['a pair without an arrow', 'Q{=a -> b =c}', /“=c” has no “->”/],
    ['no number', 'Q{#}', /no number/],
    ['a number that is none', 'Q{#abc}', /“abc” is not a number/],
    ['a decimal comma', 'Q{#3,5}', /“3,5” is not a number/],
    ['a star for a number', 'Q{#=*}', /“\*” is not a number/],
    ['a tolerance that is none', 'Q{#3:x}', /is not a number/],
    ['a range that ends before it begins', 'Q{#5..1}', /is not a number/],
    ['a number of half the mark', 'Q{#=%50%3}', /whole mark/],
    ['a text of half the mark', 'Q{=%50%a}', /whole mark/],
    ['a weight that Moodle does not know', 'Q{~%33%a ~%67%b}', /nearest is %33.33333%/],
    ['an exponent without end', 'Q{#1e999999999}', /is not a number/],
    ['nothing', ' \n\n', /empty/],
    ['bytes', 'a\0{T}', /not text/],
    ['comments only', '// a\n\n// b', /no questions/],
  ])('refuses %s', (_, text, reason) => {
    const [item] = read(text);
    expect(item).toMatchObject({ outcome: 'refused' });
    expect(item?.reasons.join()).toMatch(reason);
  });

  it('takes the nearest weight where that is wished', () => {
    expect(read('Q{~%33%a ~%67%b}', { grades: 'nearest' })).toMatchObject([
      {
        outcome: 'imported_with_loss',
        losses: [expect.stringContaining('33.33333'), expect.stringContaining('66.66667')],
        question: { options: [{ share: '1/3' }, { share: '2/3' }] },
      },
    ]);
  });

  it('lets one bad question cost the others nothing', () => {
    expect(read('One{T}\n\nTwo{\n\nThree{F}').map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'imported'],
      [3, 'refused'],
      [5, 'imported'],
    ]);
  });

  it('gives drafts that keep the contract', () => {
    for (const { question } of read('A{T}\n\nB{=x}\n\nC{#1}\n\nD{=x->y =z->w}\n\nE{}\n\nF{=x ~y}')) {
      expect(questionSchema.parse(question)).toEqual(question);
    }
  });

  // How long it takes is measured by the benchmark, not here.
  it('reads 10,000 questions, each whole', () => {
    const items = read(giftBank(10_000));
    expect(items.filter(({ outcome }) => outcome === 'imported')).toHaveLength(10_000);
  });

  it.each([
    ['opening braces', '{'.repeat(100_000)],
    ['braces', `Q${'{}'.repeat(100_000)}`],
    ['a long line', `Q{=${'a'.repeat(1_000_000)}}`],
    ['options', `Q{${'~a'.repeat(200_000)}}`],
    ['answers', `Q{${'=a*'.repeat(200_000)}}`],
    ['hashes', `Q{=a${'#'.repeat(200_000)}}`],
    ['backslashes', `Q{=${'\\'.repeat(500_000)}}`],
    ['weights', `Q{~${'%'.repeat(500_000)}}`],
    ['colons', '::'.repeat(300_000)],
    ['tags', `// ${'[tag:'.repeat(100_000)}\nQ{T}`],
    ['formats', `${'['.repeat(300_000)}Q{T}`],
    ['markup', `${'<b>'.repeat(200_000)}Q{T}`],
    ['digits', `Q{#${'9'.repeat(500_000)}}`],
    ['halves of pairs', `Q${'\uD800'.repeat(1_000)}{T}`],
    ['too much', 'a'.repeat(9_000_000)],
    ['items', 'Q{T}\n\n'.repeat(100_000)],
  ])('reads a flood of %s in bounded time', (_, text) => {
    const before = process.cpuUsage();
    expect(read(text).length).toBeGreaterThan(0);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});
