import { describe, expect, it } from '@jest/globals';

import type { QuestionItem } from '../questions/question-report.js';
import { type MoodleXmlOptions, readMoodleXml } from './read-moodle-xml.js';

const stem = '<questiontext format="html"><text>What?</text></questiontext>';
const feedback = (text: string) => `<feedback format="html"><text>${text}</text></feedback>`;
const answer = (fraction: string, text: string, more = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;

function one(type: string, inside: string, options: Partial<MoodleXmlOptions> = {}): QuestionItem {
  const newId = () => '00000000-0000-4000-8000-000000000001';
  const file = `<quiz><question type="${type}">${inside}</question></quiz>`;
  const [item] = readMoodleXml(file, { newId, ...options }).items;
  if (!item) throw new Error('There is no item.');
  return item;
}

describe('multichoice', () => {
  const two = answer('100', 'a') + answer('0', 'b');

  it.each([
    ['<single>true</single>', 'single_choice'],
    ['<single>1</single>', 'single_choice'],
    ['', 'single_choice'],
    ['<single>false</single>', 'multiple_choice'],
    ['<single>0</single>', 'multiple_choice'],
    ['<single></single>', 'multiple_choice'],
  ])('takes %j for %s', (single, type) => {
    expect(one('multichoice', stem + single + two).question?.type).toBe(type);
  });

  it.each([
    ['<shuffleanswers>true</shuffleanswers>', true],
    ['<shuffleanswers>1</shuffleanswers>', true],
    ['<shuffleanswers>false</shuffleanswers>', false],
    ['<shuffleanswers>0</shuffleanswers>', false],
    ['', false],
  ])('takes %j for shuffle: %s', (inside, shuffle) => {
    expect(one('multichoice', stem + inside + two).question).toMatchObject({ shuffle });
  });

  it.each([
    ['', []],
    ['<answernumbering></answernumbering>', []],
    ['<answernumbering>abc</answernumbering>', []],
    ['<answernumbering>123</answernumbering>', ['Line 1: The numbering of options (123) was left out.']],
    ['<answernumbering>ABCD</answernumbering>', ['Line 1: The numbering of options (ABCD) was left out.']],
    ['<answernumbering>none</answernumbering>', ['Line 1: The numbering of options (none) was left out.']],
  ])('says what becomes of %j', (inside, losses) => {
    expect(one('multichoice', stem + inside + two).losses).toEqual(losses);
  });

  it('keeps parts and costs of single choice, and how low it can go', () => {
    const options =
      answer('100', 'a', feedback('yes')) + answer('33.33333', 'b') + answer('-25', 'c') + answer('0', 'd');
    expect(one('multichoice', stem + options).question).toMatchObject({
      floor: '-0.25',
      options: [
        { id: 'a', text: 'a', isKey: true, feedback: 'yes' },
        { id: 'b', text: 'b', isKey: false, share: '1/3' },
        { id: 'c', text: 'c', isKey: false, share: '-0.25' },
        { id: 'd', text: 'd', isKey: false },
      ],
    });
  });

  it('keeps one key where several options earn the whole mark', () => {
    const item = one('multichoice', stem + answer('0', 'a') + answer('100', 'b') + answer('100', 'c'));
    expect(item.question).toMatchObject({ options: [{ isKey: false }, { isKey: true }, { isKey: false, share: '1' }] });
    expect(item.losses.join()).toContain('Several options earn the whole mark');
  });

  it.each([
    ['three thirds', ['33.33333', '33.33333', '33.33333', '0'], [undefined, undefined, undefined, undefined]],
    ['half and half with a cost', ['50', '50', '-50'], [undefined, undefined, '-0.5']],
    ['uneven parts', ['75', '25', '-100'], ['0.75', '0.25', '-1']],
    ['more than all', ['100', '100', '0'], ['1', '1', undefined]],
  ])('adds the shares of multiple choice up: %s', (_what, fractions, shares) => {
    const options = fractions.map((fraction, at) => answer(fraction, String(at))).join('');
    const item = one('multichoice', `${stem}<single>false</single>${options}`);
    expect(item.question).toMatchObject({ type: 'multiple_choice', scoring: 'weighted' });
    const read = item.question && 'options' in item.question ? item.question.options.map(({ share }) => share) : [];
    expect(read).toEqual(shares);
  });

  it.each([
    ['one option', answer('100', 'a'), 'at least two options'],
    ['no right option', answer('50', 'a') + answer('0', 'b'), 'No option earns the whole mark.'],
    ['an empty option', answer('100', 'a') + answer('0', ''), 'The option has no text.'],
    [
      'parts that are too few',
      `<single>false</single>${answer('50', 'a')}${answer('25', 'b')}`,
      'earn 0.75 of the mark together',
    ],
    [
      'an unknown fraction',
      answer('100', 'a') + answer('33', 'b'),
      'Moodle knows no fraction of 33 %; the nearest is 33.33333.',
    ],
    ['no fraction', answer('all', 'a') + answer('0', 'b'), 'The fraction “all” is no number.'],
  ])('is refused for %s', (_what, inside, reason) => {
    expect(one('multichoice', stem + inside)).toMatchObject({
      outcome: 'refused',
      reasons: [expect.stringContaining(reason)],
    });
  });

  it('takes the nearest fraction where that was asked for', () => {
    const item = one('multichoice', stem + answer('100', 'a') + answer('33', 'b'), { grades: 'nearest' });
    expect(item.question).toMatchObject({ options: [{}, { share: '1/3' }] });
    expect(item.losses).toEqual(['Line 1: A fraction of 33 % became 33.33333 %.']);
  });

  it.each([
    ['100.0000', '1'],
    ['83.33333', '5/6'],
    ['66.667', '2/3'],
    ['16,66667', '1/6'],
    ['14.28571', '1/7'],
    ['12.5', '0.125'],
    ['5', '0.05'],
  ])('reads a fraction of %s as %s', (fraction, share) => {
    expect(one('multichoice', stem + answer('100', 'a') + answer(fraction, 'b')).question).toMatchObject({
      options: [{}, { share }],
    });
  });

  it('knows the plug-in for all or nothing', () => {
    const item = one('multichoiceset', stem + answer('100', 'a') + answer('100', 'b') + answer('0', 'c'));
    expect(item.question).toMatchObject({
      scoring: 'all_or_nothing',
      options: [{ isKey: true }, { isKey: true }, { isKey: false }],
    });
  });
});

describe('truefalse', () => {
  it.each([
    ['true', '100', 'false', '0', true],
    ['true', '0', 'false', '100', false],
    ['false', '100', 'true', '0', false],
    ['false', '0', 'true', '100', true],
    ['True', '100', 'False', '0', true],
  ])('reads %s %s and %s %s as %s', (first, its, second, others, key) => {
    const item = one(
      'truefalse',
      stem + answer(its, first, feedback(first)) + answer(others, second, feedback(second)),
    );
    expect(item).toMatchObject({ outcome: 'imported', question: { type: 'true_false', key } });
    expect(item.question).toMatchObject({
      feedback: { true: expect.stringMatching(/true/i), false: expect.stringMatching(/false/i) },
    });
  });

  it('takes words of other languages in their order, and says so', () => {
    const item = one('truefalse', stem + answer('0', 'Wahr') + answer('100', 'Falsch'));
    expect(item.question).toMatchObject({ key: false });
    expect(item.losses).toEqual(['Line 1: The answers “wahr” and “falsch” were taken for true and false.']);
  });

  it.each([
    ['one answer', answer('100', 'true')],
    ['two right answers', answer('100', 'true') + answer('100', 'false')],
    ['no right answer', answer('0', 'true') + answer('0', 'false')],
  ])('is refused for %s', (_what, inside) => {
    expect(one('truefalse', stem + inside).outcome).toBe('refused');
  });
});

describe('shortanswer', () => {
  it.each([
    ['one answer', [['100', 'a']], { accepted: ['a'] }],
    [
      'parts',
      [
        ['100', 'a'],
        ['50', 'b', 'nearly'],
      ],
      { accepted: ['a'], alternatives: [{ text: 'b', share: '0.5', feedback: 'nearly' }] },
    ],
    [
      'wildcards after the right answer',
      [
        ['100', 'col*r'],
        ['50', 'c*'],
      ],
      {
        accepted: [],
        alternatives: [
          { text: 'col*r', share: '1' },
          { text: 'c*', share: '0.5' },
        ],
      },
    ],
    [
      'anything else',
      [
        ['100', 'a'],
        ['0', '*', 'no'],
      ],
      { accepted: ['a'], otherFeedback: 'no' },
    ],
    [
      'anything else that earns',
      [
        ['100', 'a'],
        ['20', '*'],
      ],
      {
        accepted: [],
        alternatives: [
          { text: 'a', share: '1' },
          { text: '*', share: '0.2' },
        ],
      },
    ],
    [
      'a star that means itself',
      [
        ['100', '2\\*3'],
        ['50', 'b'],
      ],
      { accepted: ['2\\*3'], alternatives: [{ text: 'b', share: '0.5' }] },
    ],
    [
      'the same answer twice',
      [
        ['100', 'a'],
        ['50', 'A'],
      ],
      {
        accepted: [],
        alternatives: [
          { text: 'a', share: '1' },
          { text: 'A', share: '0.5' },
        ],
      },
    ],
    [
      'feedback on the right answer',
      [['100', 'a', 'yes']],
      { accepted: [], alternatives: [{ text: 'a', share: '1', feedback: 'yes' }] },
    ],
  ])('gives what Moodle gives: %s', (_what, answers, key) => {
    const inside = answers
      .map(([fraction = '', text = '', said]) => answer(fraction, text, said ? feedback(said) : ''))
      .join('');
    expect(one('shortanswer', stem + inside).question).toMatchObject({
      type: 'short_text',
      caseSensitive: false,
      ...key,
    });
  });

  it('minds capitals where it says so', () => {
    expect(one('shortanswer', `${stem}<usecase>1</usecase>${answer('100', 'a')}`).question).toMatchObject({
      caseSensitive: true,
    });
  });

  it('lets no answer cost marks', () => {
    const item = one('shortanswer', stem + answer('100', 'a') + answer('-50', 'b'));
    expect(item.question).toMatchObject({ alternatives: [{ text: 'b', share: '0' }] });
    expect(item.losses).toHaveLength(1);
  });

  it.each([
    ['no right answer', answer('50', 'a')],
    ['no answer', ''],
    ['an answer without text', answer('100', '')],
    ['a lone star', answer('100', '*')],
  ])('is refused for %s', (_what, inside) => {
    expect(one('shortanswer', stem + inside).outcome).toBe('refused');
  });
});

describe('numerical', () => {
  const number = (fraction: string, text: string, tolerance = '0', more = '') =>
    answer(fraction, text, `<tolerance>${tolerance}</tolerance>${more}`);

  it.each([
    ['a tolerance', number('100', '3.14', '0.01'), { value: '3.14', tolerance: '0.01' }],
    ['none', answer('100', '3'), { value: '3', tolerance: '0' }],
    ['small numbers', number('100', '1.0E-5', '1e-6'), { value: '0.00001', tolerance: '0.000001' }],
    ['a comma', number('100', '-.5', '0,25'), { value: '-0.5', tolerance: '0.25' }],
    [
      'answers of Moodle 1.4',
      '<answer>42<fraction>1</fraction><tolerance>0.5</tolerance></answer>',
      { value: '42', tolerance: '0.5' },
    ],
    [
      'a wider range after it',
      number('100', '5', '0.1') + number('50', '5', '1'),
      {
        value: '5',
        alternatives: [
          { share: '1', tolerance: '0.1' },
          { share: '0.5', tolerance: '1' },
        ],
      },
    ],
    [
      'a range apart from it',
      number('100', '5') + number('50', '7'),
      { value: '5', alternatives: [{ value: '7', share: '0.5' }] },
    ],
    ['anything else', number('100', '5') + number('0', '*', '0', feedback('no')), { value: '5', otherFeedback: 'no' }],
  ])('reads %s', (_what, inside, key) => {
    expect(one('numerical', stem + inside)).toMatchObject({
      outcome: 'imported',
      question: { type: 'numeric', ...key },
    });
  });

  const units = (...list: [string, string][]) =>
    `<units>${list.map(([name, factor]) => `<unit><multiplier>${factor}</multiplier><unit_name>${name}</unit_name></unit>`).join('')}</units>`;

  it.each([
    ['one unit', units(['m', '1']), { unit: 'm' }, 0],
    ['several units', units(['cm', '100'], ['m', '1.0']), { unit: 'm', units: [{ unit: 'cm', multiplier: '100' }] }, 0],
    [
      'a unit that is required',
      `${units(['m', '1'])}<unitgradingtype>2</unitgradingtype><unitpenalty>0.2</unitpenalty>`,
      { unitRule: 'required', unitPenalty: '0.2' },
      0,
    ],
    [
      'the usual penalty',
      `${units(['m', '1'])}<unitgradingtype>1</unitgradingtype>`,
      { unitRule: 'required', unitPenalty: '0.1' },
      0,
    ],
    ['a list to choose from', `${units(['m', '1'])}<showunits>2</showunits>`, { unit: 'm' }, 1],
    ['a unit before the number', `${units(['$', '1'])}<unitsleft>1</unitsleft>`, { unit: '$' }, 1],
  ])('reads %s', (_what, inside, key, losses) => {
    const item = one('numerical', stem + number('100', '5') + inside);
    expect(item.question).toMatchObject(key);
    expect(item.losses).toHaveLength(losses);
  });

  it.each([
    ['words', number('100', 'five'), 'The answer “five” is no number.'],
    ['a tolerance in words', number('100', '5', 'some'), 'The tolerance “some” is no number.'],
    ['a negative tolerance', number('100', '5', '-1'), 'below zero'],
    ['no right answer', number('50', '5'), 'No number earns the whole mark.'],
    ['a unit of no size', number('100', '5') + units(['m', '0']), 'above zero'],
  ])('is refused for %s', (_what, inside, reason) => {
    expect(one('numerical', stem + inside).reasons.join()).toContain(reason);
  });
});

describe('matching', () => {
  const pair = (prompt: string, choice: string) =>
    `<subquestion format="html"><text>${prompt}</text><answer><text>${choice}</text></answer></subquestion>`;

  it.each(['matching', 'match'])('reads pairs, shared answers and distractors of the type %s', (type) => {
    const inside = pair('one', 'odd') + pair('two', 'even') + pair('three', 'odd') + pair('', 'a*b');
    expect(one(type, stem + inside).question).toMatchObject({
      type: 'matching',
      shuffle: true,
      prompts: [
        { text: 'one', match: 'c1' },
        { text: 'two', match: 'c2' },
        { text: 'three', match: 'c1' },
      ],
      choices: [{ text: 'odd' }, { text: 'even' }, { text: 'a\\*b' }],
    });
  });

  it.each([
    ['one pair', pair('one', 'odd') + pair('', 'even')],
    ['one answer', pair('one', 'odd') + pair('three', 'odd')],
    ['a pair without answer', pair('one', 'odd') + pair('two', '') + pair('three', 'x')],
  ])('is refused for %s', (_what, inside) => {
    expect(one('matching', stem + inside).outcome).toBe('refused');
  });
});

describe('essay', () => {
  it.each([
    ['', { format: 'text' }, 0],
    ['<responseformat>monospaced</responseformat>', { format: 'code' }, 0],
    ['<responseformat>editorfilepicker</responseformat>', { format: 'text' }, 1],
    ['<attachments>2</attachments>', { format: 'text' }, 1],
    ['<minwordlimit>10</minwordlimit><maxwordlimit>20</maxwordlimit>', { wordsMin: 10, wordsMax: 20 }, 0],
    ['<minwordlimit>0</minwordlimit>', { format: 'text' }, 0],
    ['<graderinfo format="html"><text>&lt;b&gt;x&lt;/b&gt;</text></graderinfo>', { markerNotes: '**x**' }, 0],
    ['<responsetemplate format="plain_text"><text>def *f*</text></responsetemplate>', { template: 'def *f*' }, 0],
    ['<responsetemplate format="html"><text>&lt;p&gt;a&lt;/p&gt;</text></responsetemplate>', { template: 'a' }, 0],
  ])('reads %s', (inside, parts, losses) => {
    const item = one('essay', stem + inside);
    expect(item.question).toMatchObject({ type: 'essay', ...parts });
    expect(item.losses).toHaveLength(losses);
  });

  it('is refused where only a file can be handed in', () => {
    expect(one('essay', `${stem}<responseformat>noinline</responseformat>`).outcome).toBe('refused');
  });
});

describe('ordering', () => {
  const items = (...places: string[]) => places.map((place, at) => answer(place, `i${at}`)).join('');

  it.each([
    ['<gradingtype>ALL_OR_NOTHING</gradingtype>', 'exact', 0],
    ['<gradingtype>-1</gradingtype>', 'exact', 0],
    ['<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>', 'adjacent_pairs', 0],
    ['<gradingtype>ABSOLUTE_POSITION</gradingtype>', 'adjacent_pairs', 1],
    ['<selecttype>RANDOM</selecttype>', 'adjacent_pairs', 1],
  ])('grades %s as %s', (inside, scoring, losses) => {
    const item = one('ordering', stem + inside + items('1', '2', '3'));
    expect(item.question).toMatchObject({ type: 'ordering', scoring });
    expect(item.losses).toHaveLength(losses);
  });

  it.each([
    [
      ['2.0000000', '3.0000000', '1.0000000'],
      ['i2', 'i0', 'i1'],
    ],
    [
      ['1', '1', '1'],
      ['i0', 'i1', 'i2'],
    ],
  ])('puts places %j into order', (places, texts) => {
    const { question } = one('ordering', stem + items(...places));
    expect(question?.type === 'ordering' && question.items.map(({ text }) => text)).toEqual(texts);
  });

  it('is refused for two items', () => {
    expect(one('ordering', stem + items('1', '2')).outcome).toBe('refused');
  });
});
