import { describe, expect, it } from '@jest/globals';

import { type Question, questionSchema } from '#libs/contracts';

import { readMoodleXml } from './read-moodle-xml.js';
import { writeMoodleXml } from './write-moodle-xml.js';

const id = '00000000-0000-4000-8000-000000000001';

function question(parts: object): Question {
  return questionSchema.parse({ id, version: 1, stem: 'What?', ...parts });
}

const options = [
  { id: 'a', text: 'A', isKey: true },
  { id: 'b', text: 'B', isKey: true },
  { id: 'c', text: 'C', isKey: false },
];
const single = { type: 'single_choice', options: [options[0], options[2]] };
const many = { type: 'multiple_choice', options };
const matching = {
  type: 'matching',
  prompts: [
    { id: 'p', text: 'P', match: 'x' },
    { id: 'q', text: 'Q', match: 'y' },
  ],
  choices: [
    { id: 'x', text: 'X' },
    { id: 'y', text: 'Y' },
  ],
};
const text = { type: 'short_text', accepted: ['a'] };
const number = { type: 'numeric', value: '1' };
const gap = { id: '1', kind: 'text', accepted: ['a'] };
const cloze = { type: 'cloze', stem: 'x {{1}}', gaps: [gap] };

describe('writeMoodleXml', () => {
  it('writes what Moodle reads', () => {
    const explained = question({
      ...single,
      name: 'N',
      explanation: 'Why',
      tags: ['t'],
      difficulty: 'easy',
      points: '2',
    });
    expect(writeMoodleXml([explained], { category: ['A/B', 'C'] })).toEqual({
      text: `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category">
    <category>
      <text>$course$/top/A//B/C</text>
    </category>
  </question>
  <question type="multichoice">
    <name>
      <text>N</text>
    </name>
    <questiontext format="html">
      <text><![CDATA[<p>What?</p>]]></text>
    </questiontext>
    <generalfeedback format="html">
      <text><![CDATA[<p>Why</p>]]></text>
    </generalfeedback>
    <defaultgrade>2</defaultgrade>
    <hidden>0</hidden>
    <idnumber>${id}</idnumber>
    <single>true</single>
    <shuffleanswers>true</shuffleanswers>
    <answernumbering>abc</answernumbering>
    <answer fraction="100" format="html">
      <text><![CDATA[<p>A</p>]]></text>
    </answer>
    <answer fraction="0" format="html">
      <text><![CDATA[<p>C</p>]]></text>
    </answer>
    <tags>
      <tag>
        <text>t</text>
      </tag>
      <tag>
        <text>difficulty:easy</text>
      </tag>
    </tags>
  </question>
</quiz>
`,
      report: { items: [{ title: 'N', key: id, outcome: 'written', losses: [] }] },
    });
  });

  it('writes gaps as Moodle reads them, with every sign of theirs as an entity', () => {
    const gaps = [
      { ...gap, weight: '2', accepted: ['a}b~c#d'], otherFeedback: 'No & *no*' },
      { id: 'n', kind: 'number', value: '5', tolerance: '0.1', alternatives: [{ value: '7', share: '1/3' }] },
      {
        id: 'c',
        kind: 'choice',
        options: [options[0], { ...options[2], text: '**C**', share: '0.5' }],
        shuffle: false,
      },
    ];
    const written = writeMoodleXml([question({ ...cloze, stem: '{{1}} {{n}} {{c}} {1:SA:=x}', gaps, points: '4' })]);
    expect(written.report.items[0]?.losses).toEqual([]);
    expect(written.text).toContain(
      '<p>{2:SHORTANSWER:=a&#125;b&#126;c&#35;d~*#No &#38;&#35;x26; &#60;em&#62;no&#60;/em&#62;} ' +
        '{1:NUMERICAL:%33.33333%7:0~=5:0.1} {1:MULTICHOICE:=A~%50%&#60;strong&#62;C&#60;/strong&#62;} <span>{</span>1:SA:=x}</p>',
    );
  });

  it.each([
    [
      'a picture that is not at hand',
      { ...single, stem: '![x](media:a.png)' },
      'The picture a.png was not at hand and was left out.',
    ],
    ['a third of a point', { ...single, points: '1/3' }, 'The number 1/3 was rounded to 0.3333333.'],
    [
      'an unknown share',
      { ...single, options: [options[0], { ...options[2], share: '0.33' }] },
      'Moodle knows no share of 0.33: it became 33.33333 %.',
    ],
    [
      'a third in five digits',
      { ...single, options: [options[0], { ...options[2], share: '0.33333' }] },
      'Moodle knows no share of 0.33333: it became 33.33333 %.',
    ],
    [
      'all or nothing',
      many,
      'Instead of all or nothing, each right option earns its part, and any wrong one takes it all away.',
    ],
    [
      'points per option',
      { ...many, scoring: 'per_option' },
      'Leaving out a wrong option earns nothing; choosing it takes away what a right one earns.',
    ],
    [
      'a floor below zero',
      { ...many, scoring: 'weighted', floor: '-1' },
      'The question cannot cost marks; it earns nothing instead.',
    ],
    [
      'mixed capitals',
      { ...text, alternatives: [{ text: 'B', share: '0.5', caseSensitive: true }] },
      'That an answer minds capitals or not holds for all answers.',
    ],
    [
      'a relative tolerance',
      { ...number, tolerance: '0.1', toleranceKind: 'relative' },
      'A tolerance that is a share of the number became a number of its own.',
    ],
    ['a ratio', { ...number, value: '-1/3' }, 'The number -1/3 was rounded to -0.3333333.'],
    [
      'outcome feedback',
      { ...text, outcomeFeedback: { correct: 'Yes' } },
      'Feedback on the whole answer (right, partly right, wrong) is not possible for this type.',
    ],
    ['hints of an essay', { type: 'essay', hints: ['x'] }, 'Hints are not possible for this type.'],
    [
      'a rubric',
      { type: 'essay', rubric: [{ id: 'r', title: 'R', levels: [] }] },
      'The rubric became a list in the information for graders.',
    ],
    [
      'pairs all or nothing',
      { ...matching, scoring: 'all_or_nothing' },
      'Each pair earns its part instead of all or nothing.',
    ],
    [
      'feedback of pairs',
      { ...matching, prompts: matching.prompts.map((prompt) => ({ ...prompt, feedback: 'f' })) },
      'The feedback of pairs was left out.',
    ],
    [
      'markup of answers',
      {
        ...matching,
        choices: [
          { id: 'x', text: '**X**' },
          { id: 'y', text: 'Y' },
        ],
      },
      'Answers of a matching hold plain text only: “X” lost its markup.',
    ],
    [
      'gaps all or nothing',
      { ...cloze, scoring: 'all_or_nothing' },
      'Each gap earns its part instead of all or nothing.',
    ],
    [
      'a mark of its own',
      { ...cloze, points: '5' },
      'Moodle counts 1 marks for this question, the sum of its gaps, instead of 5.',
    ],
    [
      'units in gaps',
      { ...cloze, gaps: [{ id: '1', kind: 'number', value: '1', unit: 'm' }] },
      'The units of numbers in gaps were left out.',
    ],
    ['a gap without a place', { ...cloze, stem: 'x' }, 'The gap {{1}} has no place in the text.'],
    [
      'weights out of reach',
      {
        ...cloze,
        gaps: [
          { ...gap, weight: '1/9999991' },
          { ...gap, id: '2', weight: '3' },
        ],
        stem: '{{1}} {{2}}',
        points: '2',
      },
      'The weights of the gaps are no whole numbers of a size that Moodle takes: all gaps count the same.',
    ],
    [
      'a picture in a gap',
      {
        ...cloze,
        gaps: [{ id: '1', kind: 'choice', options: [{ ...options[0], text: '![x](media:a.png)' }, options[2]] }],
      },
      'The picture a.png cannot stand in a gap and was left out.',
    ],
  ])('says what becomes of %s', (_what, parts, loss) => {
    const [item] = writeMoodleXml([question(parts)]).report.items;
    expect(item).toEqual({ title: expect.any(String), key: id, outcome: 'written_with_loss', losses: [loss] });
  });

  it.each([
    [
      ['1', '2'],
      ['1', '2'],
    ],
    [
      ['1/2', '1/3'],
      ['3', '2'],
    ],
    [
      ['0.5', '1.5'],
      ['1', '3'],
    ],
  ])('writes weights %j as whole numbers %j', (weights, whole) => {
    const gaps = weights.map((weight, at) => ({ ...gap, id: `g${at}`, weight }));
    const { text: file } = writeMoodleXml([question({ ...cloze, stem: '{{g0}} {{g1}}', gaps })]);
    expect([...file.matchAll(/\{(\d+):SHORTANSWER:/g)].map(([, weight]) => weight)).toEqual(whole);
  });

  it('writes a relative tolerance as the number that it comes to', () => {
    const relative = question({ ...number, value: '-20', tolerance: '0.05', toleranceKind: 'relative' });
    const [item] = readMoodleXml(writeMoodleXml([relative]).text, { newId: () => id }).items;
    expect(item?.question).toMatchObject({ value: '-20', tolerance: '1' });
  });

  it('never lets an option cost more than the floor', () => {
    const floored = question({ ...single, options: [options[0], { ...options[2], share: '-1' }], floor: '-0.5' });
    expect(writeMoodleXml([floored]).text).toContain('fraction="-50"');
  });
});
