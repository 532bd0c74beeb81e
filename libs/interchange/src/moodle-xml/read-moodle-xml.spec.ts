import { describe, expect, it } from '@jest/globals';

import type { QuestionItem, QuestionsResult } from '../questions/question-report.js';
import { type MoodleXmlOptions, readMoodleXml } from './read-moodle-xml.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]).toString('base64');
const head = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n`;

function read(questions: string, options: Partial<MoodleXmlOptions> = {}): QuestionsResult {
  let made = 0;
  const newId = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;
  return readMoodleXml(`${head}${questions}\n</quiz>`, { newId, ...options });
}

function one(type: string, inside: string, options: Partial<MoodleXmlOptions> = {}): QuestionItem {
  const [item] = read(`<question type="${type}">${named}${inside}</question>`, options).items;
  if (!item) throw new Error('There is no item.');
  return item;
}

const named = '<name><text>N</text></name>';
const stem = '<questiontext format="html"><text><![CDATA[<p>What?</p>]]></text></questiontext>';
const answer = (fraction: string, text: string, more = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;

describe('what all types share', () => {
  const whole = `${stem}
    <generalfeedback format="html"><text>&lt;b&gt;Because&lt;/b&gt;</text></generalfeedback>
    <defaultgrade>2.5000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>Q-1</idnumber>
    ${answer('100', 'a')}${answer('0', 'b')}
    <correctfeedback format="html"><text>Yes</text></correctfeedback>
    <partiallycorrectfeedback format="html"><text>Nearly</text></partiallycorrectfeedback>
    <incorrectfeedback format="html"><text>No</text></incorrectfeedback>
    <hint format="html"><text>Look up</text></hint><hint format="html"><text>Look down</text></hint>
    <tags><tag><text>loops</text></tag><tag><text>difficulty:hard</text></tag></tags>`;

  it('arrives whole', () => {
    expect(one('multichoice', whole)).toEqual({
      line: 3,
      title: 'N',
      key: 'Q-1',
      outcome: 'imported',
      question: {
        id: '00000000-0000-4000-8000-000000000001',
        version: 1,
        name: 'N',
        type: 'single_choice',
        stem: 'What?',
        explanation: '**Because**',
        points: '2.5',
        options: [
          { id: 'a', text: 'a', isKey: true },
          { id: 'b', text: 'b', isKey: false },
        ],
        shuffle: false,
        outcomeFeedback: { correct: 'Yes', partial: 'Nearly', incorrect: 'No' },
        hints: ['Look up', 'Look down'],
        tags: ['loops'],
        difficulty: 'hard',
      },
      losses: [],
      reasons: [],
    });
  });

  it.each([
    ['html', '&lt;p&gt;a &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;\nc', 'a **b**\n\nc'],
    ['moodle_auto_format', 'a\nb &amp;lt; &lt;i&gt;c&lt;/i&gt;', 'a\\\nb < _c_'],
    ['plain_text', 'a *b*\nc &lt;d&gt;', 'a \\*b\\*\\\nc \\<d>'],
    ['markdown', 'a *b* &lt;b&gt;c&lt;/b&gt;', 'a _b_ **c**'],
    ['unheard_of', '&lt;b&gt;c&lt;/b&gt;', '**c**'],
  ])('reads text in the format %s', (format, source, markdown) => {
    const text = `<questiontext format="${format}"><text>${source}</text></questiontext>`;
    expect(one('essay', text).question?.stem).toBe(markdown);
  });

  it('reads answers and feedback in the format of the question where they have none of their own', () => {
    const text = '<questiontext format="plain_text"><text>a</text></questiontext>';
    const bare = '<answer fraction="100"><text>*x*</text><feedback><text>_y_</text></feedback></answer>';
    const item = one('multichoice', `${text}${bare}${answer('0', 'b')}`);
    expect(item.question).toMatchObject({ options: [{ text: '\\*x\\*', feedback: '\\_y\\_' }, { text: 'b' }] });
  });

  it.each([
    ['<defaultgrade>0</defaultgrade>', 'Line 3: A mark of 0 became 1.'],
    [
      '<penalty>0.25</penalty>',
      'Line 3: The penalty of 0.25 for another try was left out: the policy of the quiz has one for practice.',
    ],
    ['<hidden>1</hidden>', 'Line 3: The question is hidden in Moodle; here it is not.'],
    ['<hint><text>x</text><clearwrong/></hint>', 'Line 3: What a hint shows or clears beside its text was left out.'],
    [
      '<generalfeedback><text>x&lt;script&gt;y()&lt;/script&gt;</text></generalfeedback>',
      'Line 3: A script was left out.',
    ],
  ])('says what became of %s', (inside, loss) => {
    const item = one('essay', stem + inside);
    expect(item).toMatchObject({ outcome: 'imported_with_loss', losses: [loss] });
  });

  it.each(['0', '0.1000000', '0.3333333', '0.33', '0.333', '1.0000000'])(
    'takes the penalty %s for nobody’s choice',
    (penalty) => {
      expect(one('essay', `${stem}<penalty>${penalty}</penalty>`).outcome).toBe('imported');
    },
  );

  it('has no name where the name only repeats the text', () => {
    const text = '<name><text>What?</text></name>';
    const [item] = read(`<question type="essay">${text}${stem}</question>`).items;
    expect(item?.question).not.toHaveProperty('name');
    expect(item?.title).toBe('What?');
  });

  it('reads hints of Moodle 1.9', () => {
    const old = '<hint><hintcontent><text>Think</text></hintcontent></hint>';
    expect(one('essay', stem + old).question?.hints).toEqual(['Think']);
  });

  it('gives a key to the first question that has it', () => {
    const essay = `<question type="essay">${named}${stem}<idnumber>x</idnumber></question>\n`;
    expect(read(essay + essay).items).toMatchObject([
      { key: 'x', outcome: 'imported' },
      {
        key: null,
        outcome: 'imported_with_loss',
        losses: ['Line 4: the ID number “x” is already the one of the question in line 3.'],
      },
    ]);
  });
});

describe('categories', () => {
  const category = (path: string, more = '') =>
    `<question type="category"><category><text>${path}</text></category>${more}</question>\n`;
  const essay = `<question type="essay">${named}${stem}</question>\n`;

  it.each([
    ['$course$/top/A/B', ['B']],
    ['$course$/A//B', ['A/B']],
    ['$module$/top/Input//Output/a//b//c', ['a/b/c']],
    ['$system$/top', []],
    ['', []],
    ['Plain', ['Plain']],
  ])('makes a tag of the end of %s', (path, tags) => {
    expect(read(category(path) + essay).items[0]?.question?.tags).toEqual(tags);
  });

  it('holds for the questions after it, in whatever order they come', () => {
    const file =
      essay +
      category('$course$/A/B') +
      essay +
      essay +
      category('$course$/A') +
      essay +
      category('$course$/top') +
      essay;
    expect(read(file).items.map(({ question }) => question?.tags)).toEqual([[], ['B'], ['B'], ['A'], []]);
  });

  it('notes descriptions that have no place', () => {
    const info = '<info format="html"><text>About</text></info><idnumber>1</idnumber>';
    expect(read(category('$course$/A', info) + essay).notes).toEqual([
      { line: 3, kind: 'introduction', message: 'The description of the category “A” was left out.' },
    ]);
  });
});

describe('pictures', () => {
  const file = (attributes: string, content = png) => `<file ${attributes} encoding="base64">${content}</file>`;
  const shown = (src: string, more = '') =>
    `<questiontext format="html"><text>&lt;img src="${src}" alt="x"&gt;</text>${more}</questiontext>`;

  it.each([
    ['a file', shown('@@PLUGINFILE@@/a.png', file('name="a.png" path="/"'))],
    ['a file with blanks in its name', shown('@@PLUGINFILE@@/a%20b.png', file('name="a b.png"'))],
    ['a file in a folder', shown('@@PLUGINFILE@@/c/a.png?time=1', file('name="a.png" path="/c/"'))],
    ['a file with a stray percent sign', shown('@@PLUGINFILE@@/5%.png', file('name="5%.png"'))],
    ['a data address', shown(`data:image/png;base64,${png}`)],
  ])('come from %s', (_what, text) => {
    const item = one('essay', text);
    expect(item).toMatchObject({ outcome: 'imported', losses: [] });
    expect(item.media).toHaveLength(1);
    expect(item.question?.stem).toBe(`![x](media:${item.media?.[0]?.name})`);
    expect(item.media?.[0]).toMatchObject({
      mediaType: 'image/png',
      name: expect.stringMatching(/^[0-9a-f]{32}\.png$/),
    });
  });

  it('come below the text from the elements of Moodle 1.9', () => {
    const item = one('essay', `${stem}<image>dir/a.png</image><image_base64>${png}</image_base64>`);
    expect(item.question?.stem).toMatch(/^What\?\n\n!\[\]\(media:[0-9a-f]{32}\.png\)$/);
  });

  it.each([
    ['a missing file', shown('@@PLUGINFILE@@/a.png'), 'The picture “@@PLUGINFILE@@/a.png” was left out.'],
    ['a foreign picture', shown('https://x.y/a.png'), 'The picture “https://x.y/a.png” was left out.'],
    [
      'a file that is no picture',
      shown('@@PLUGINFILE@@/a.png', file('name="a.png"', 'QUJD')),
      'The picture “@@PLUGINFILE@@/a.png” was left out.',
    ],
    [
      'a file that is not shown',
      stem.replace('</questiontext>', `${file('name="a.pdf"')}</questiontext>`),
      'The file “a.pdf” is no picture in the text.',
    ],
  ])('say that %s was left out', (_what, text, loss) => {
    const item = one('essay', text);
    const losses = item.question ? item.losses : item.reasons;
    expect(losses.join()).toContain(loss);
  });
});

describe('the file', () => {
  it.each([
    ['no XML', 'plain text', 1, 'well-formed'],
    ['another kind of XML', '<html/>', 1, 'begins with <html>; Moodle XML begins with <quiz>'],
    ['an empty quiz', '<quiz/>', 1, 'The file has no questions.'],
    ['a broken quiz', '<quiz>\n<question></quiz>', 2, 'well-formed'],
    ['a DOCTYPE', '<!DOCTYPE quiz><quiz/>', 1, 'A DOCTYPE is not read.'],
    ['nesting without end', '<quiz>'.repeat(200), 1, '100 deep'],
    ['too many characters', `<quiz>${' '.repeat(2_000_000)}</quiz>`, 1, 'at most 2000000 are read'],
  ])('is refused for %s', (_what, text, line, reason) => {
    const { items } = readMoodleXml(text, { newId: () => '' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ outcome: 'refused', line, reasons: [expect.stringContaining(reason)] });
  });

  it('loses only the questions that are bad', () => {
    const bad = ['<question type="warp"/>', '<question/>', '<question type="multichoice"><questiontext/></question>'];
    const good = `<question type="essay">${named}${stem}</question>`;
    const { items } = read([good, ...bad, good].join('\n'));
    expect(items.map(({ outcome, line }) => [outcome, line])).toEqual([
      ['imported', 3],
      ['refused', 4],
      ['refused', 5],
      ['refused', 6],
      ['imported', 7],
    ]);
    expect(items[1]?.reasons).toEqual(['Line 4: Questions of the type “warp” are not known here.']);
  });

  it.each([
    ['description', 'without a question'],
    ['calculated', 'formulas'],
    ['calculatedsimple', 'formulas'],
    ['calculatedmulti', 'formulas'],
    ['ddimageortext', 'places on a picture'],
    ['ddmarker', 'places on a picture'],
    ['random', 'pool of the quiz'],
    ['randomsamatch', 'pool of the quiz'],
    ['toString', 'not known here'],
    ['__proto__', 'not known here'],
  ])('says why a question of the type %s is refused', (type, reason) => {
    expect(one(type, stem)).toMatchObject({
      outcome: 'refused',
      title: 'N',
      reasons: [expect.stringContaining(reason)],
    });
  });

  it('refuses a question without text, and names those without a name by their text', () => {
    expect(one('essay', '').reasons.join()).toContain('The question has no text.');
    const [item] = read(`<question type="warp">${stem}</question>`).items;
    expect(item?.title).toBe('What?');
  });
});
