import { describe, expect, it } from '@jest/globals';

import type { QuestionItem } from '../questions/question-report.js';
import { readMoodleXml } from './read-moodle-xml.js';

function one(type: string, html: string, inside = '', format = 'html'): QuestionItem {
  const text = `<questiontext format="${format}"><text><![CDATA[${html}]]></text></questiontext>`;
  const newId = () => '00000000-0000-4000-8000-000000000001';
  const [item] = readMoodleXml(`<quiz><question type="${type}">${text}${inside}</question></quiz>`, { newId }).items;
  if (!item) throw new Error('There is no item.');
  return item;
}

describe('multianswer', () => {
  it('reads text, numbers and drop-downs where they stand', () => {
    const item = one(
      'multianswer',
      '<p>Rome is in {1:SHORTANSWER:=Italy#Yes~%50%Europe#Nearer?~*#No} since {2:NM:=-753:1~%50%-753:10} and {:MCS:=large~small#No~%25%wide}.</p>',
    );
    expect(item).toMatchObject({
      outcome: 'imported',
      question: {
        type: 'cloze',
        stem: 'Rome is in {{1}} since {{2}} and {{3}}.',
        points: '4',
        scoring: 'per_part',
        gaps: [
          {
            id: '1',
            kind: 'text',
            caseSensitive: false,
            accepted: [],
            alternatives: [
              { text: 'Italy', share: '1', feedback: 'Yes' },
              { text: 'Europe', share: '0.5', feedback: 'Nearer?' },
            ],
            otherFeedback: 'No',
          },
          { id: '2', kind: 'number', weight: '2', value: '-753', tolerance: '1' },
          {
            id: '3',
            kind: 'choice',
            shuffle: true,
            options: [
              { id: 'a', text: 'large', isKey: true },
              { id: 'b', text: 'small', isKey: false, feedback: 'No' },
              { id: 'c', text: 'wide', isKey: false, share: '0.25' },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ...['SHORTANSWER', 'SA', 'MW'].map((name) => [name, { kind: 'text', caseSensitive: false }] as const),
    ...['SHORTANSWER_C', 'SAC', 'MWC'].map((name) => [name, { kind: 'text', caseSensitive: true }] as const),
    ...['NUMERICAL', 'NM'].map((name) => [name, { kind: 'number', value: '1' }] as const),
    ...['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH'].map(
      (name) => [name, { kind: 'choice', shuffle: false }] as const,
    ),
    ...['MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'].map(
      (name) => [name, { kind: 'choice', shuffle: true }] as const,
    ),
  ])('knows %s', (name, gap) => {
    expect(one('cloze', `a {1:${name}:=1~2}`).question).toMatchObject({ gaps: [gap] });
  });

  it.each(['MULTIRESPONSE', 'MR', 'MULTIRESPONSE_H', 'MRH', 'MULTIRESPONSE_S', 'MRS', 'MULTIRESPONSE_HS', 'MRHS'])(
    'refuses %s with its reason',
    (name) => {
      expect(one('cloze', `a {1:${name}:=1~2}`).reasons.join()).toContain('takes several answers');
    },
  );

  it.each([
    ['a brace', '{1:SA:=a\\}b}', 'a}b'],
    ['a hash', '{1:SA:=a\\#b}', 'a#b'],
    ['a tilde', '{1:SA:=a\\~b}', 'a~b'],
    ['an entity', '{1:SA:=a &lt; b&#39;s}', "a < b's"],
    ['a numeric entity', '{1:SA:=a&#125;&#126;b}', 'a}~b'],
    ['markup of an editor', '{1:SA:=<span lang="en">a</span>&nbsp;}', 'a'],
    ['a line end', '{1:SA:=a\nb}', 'a\nb'],
    ['%100%', '{1:SA:%100%a}', 'a'],
    ['a leading tilde', '{1:SA:~=a}', 'a'],
    ['blanks', '{1:SA: = a }', 'a'],
  ])('reads answers with %s', (_what, gap, accepted) => {
    expect(one('cloze', `x ${gap} y`).question).toMatchObject({ stem: 'x {{1}} y', gaps: [{ accepted: [accepted] }] });
  });

  it('reads markup in options and feedback, which stand encoded once', () => {
    const item = one('cloze', '{1:MC:=&lt;b&gt;a&lt;/b&gt;#&lt;i&gt;x&lt;/i&gt;~<code>b</code>~a &amp;lt; b}');
    expect(item.question).toMatchObject({
      gaps: [{ options: [{ text: '**a**', feedback: '_x_' }, { text: '`b`' }, { text: 'a < b' }] }],
    });
  });

  it('reads gaps in lists, tables and code', () => {
    const item = one('cloze', '<ul><li>{1:SA:=a}</li></ul><pre>for x in {1:SA:=b}:</pre>');
    expect(item.question?.stem).toBe('- {{1}}\n\n```\nfor x in {{2}}:\n```');
  });

  it.each([
    ['an unknown kind', 'a {1:GUESS:=a} {1:SA:=b}', 'a {1:GUESS:=a} {{1}}'],
    ['an open end', '{1:SA:=b} a {1:SA:=c', '{{1}} a {1:SA:=c'],
    ['a placeholder of ours', '{{1}} {{x}} {1:SA:=b}', '{\\{1}} {\\{x}} {{1}}'],
  ])('leaves %s in the text', (_what, html, stem) => {
    expect(one('cloze', html).question?.stem).toBe(stem);
  });

  it.each([
    ['plain_text', 'a *b* {{x}} {1:SA:=c}', 'refused'],
    ['markdown', 'a *b* {{x}} {1:SA:=c}', 'imported'],
    ['moodle_auto_format', 'a\n{1:SA:=c}', 'imported'],
  ])('reads the format %s', (format, text, outcome) => {
    expect(one('cloze', text, '', format).outcome).toBe(outcome);
  });

  it('keeps a mark that the file states', () => {
    expect(one('cloze', '{3:SA:=b}', '<defaultgrade>1</defaultgrade>').question?.points).toBe('1');
  });

  it.each([
    ['no gap', 'a', 'The text has no gap'],
    ['a gap in a script', '<script>{1:SA:=a}</script> b', 'A gap stands where no text can be'],
    ['a gap of no weight', '{0:SA:=a}', 'no weight'],
    ['no right answer', '{1:SA:a~%50%b}', 'No answer earns the whole mark.'],
    ['no right option', '{1:MC:a~b}', 'No answer of gap 1 earns its whole mark.'],
    ['one option', '{1:MC:=a}', 'fewer than two answers'],
    ['an unknown share', '{1:SA:=a~%33%b}', 'Moodle knows no fraction of 33 %'],
    ['words for a number', '{1:NM:=five}', 'The answer “five” is no number.'],
    ['a lone star', '{1:SA:=*}', 'every answer would be right'],
  ])('is refused for %s', (_what, html, reason) => {
    expect(one('cloze', html)).toMatchObject({ outcome: 'refused', reasons: [expect.stringContaining(reason)] });
  });

  it.each([
    ['gaps that never end', '{1:SA:=a'.repeat(12_000)],
    ['a gap with many answers', `{1:SA:=a${'~b'.repeat(20_000)}}`],
    ['backslashes', `{1:SA:=${'\\'.repeat(90_000)}`],
    ['hashes', `{1:SA:=a${'&#'.repeat(40_000)}}`],
    ['equal signs', `{1:SA:${'='.repeat(90_000)}}`],
  ])('takes bounded time for %s', (_what, html) => {
    const start = process.cpuUsage();
    one('cloze', html);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });
});

describe('gapselect and ddwtos', () => {
  const option = (text: string, group = '1') =>
    `<selectoption><text>${text}</text><group>${group}</group></selectoption>`;
  const box = (text: string, group = '1') =>
    `<dragbox><text>${text}</text><group>${group}</group><infinite/></dragbox>`;

  it('makes a drop-down of each gap, with the words of its group', () => {
    const words = option('cat') + option('sat', '2') + option('dog') + option('ran', '2') + option('c_t');
    expect(one('gapselect', 'The [[1]] [[2]].', `<shuffleanswers>1</shuffleanswers>${words}`)).toMatchObject({
      outcome: 'imported',
      question: {
        type: 'cloze',
        stem: 'The {{1}} {{2}}.',
        points: '1',
        gaps: [
          {
            kind: 'choice',
            shuffle: true,
            options: [
              { text: 'cat', isKey: true },
              { text: 'dog', isKey: false },
              { text: 'c_t', isKey: false },
            ],
          },
          { options: [{ text: 'sat', isKey: true }, { text: 'ran' }] },
        ],
      },
    });
  });

  it('says that words are not dragged any more, and keeps their markup', () => {
    const item = one('ddwtos', 'x [[2]] [[1]]', box('&lt;b&gt;a&lt;/b&gt;') + box('b'));
    expect(item.question).toMatchObject({
      gaps: [
        {
          options: [
            { text: '**a**', isKey: false },
            { text: 'b', isKey: true },
          ],
        },
        { options: [{ isKey: true }, {}] },
      ],
    });
    expect(item.losses).toEqual(['Line 1: Words are chosen from lists instead of dragged, each as often as wanted.']);
  });

  it.each([
    ['no gap', 'The cat', option('a') + option('b')],
    ['a gap without a word', '[[3]]', option('a') + option('b')],
    ['a group of one', '[[1]]', option('a') + option('b', '2')],
    ['an empty word', '[[1]]', option('a') + option('')],
  ])('is refused for %s', (_what, html, words) => {
    expect(one('gapselect', html, words).outcome).toBe('refused');
  });
});
