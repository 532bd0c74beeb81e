import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import { type Question, questionSchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { sizeOf } from '../moodle/grades.js';
import { cellOf, restored } from './cells.js';
import { readCsvQuestions } from './read-csv.js';
import { writeCsvQuestions } from './write-csv.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const read = (text: string) => readCsvQuestions(text, { newId: () => id }).items;
const make = (question: object) => questionSchema.parse({ id, version: 1, stem: 'Stem', ...question });
const header = 'key,type,stem,right,option_a,feedback_a,option_b,option_c,scoring,shuffle,case,points,tags';

describe('readCsvQuestions', () => {
  it.each([
    [
      'a single choice',
      ',single_choice,Q,b,x,No.,y',
      {
        type: 'single_choice',
        options: [
          { id: 'a', text: 'x', isKey: false, feedback: 'No.' },
          { id: 'b', text: 'y', isKey: true },
        ],
      },
    ],
    ['a single choice without a type', ',,Q,B,x,,y', { type: 'single_choice' }],
    ['a part of the mark for another option', ',,Q,"b",x,,y', { type: 'single_choice' }],
    [
      'a share beside the key',
      ',single_choice,Q,"b, a=1/2",x,,y',
      { options: [{ share: '1/2', isKey: false }, { isKey: true }] },
    ],
    [
      'a multiple choice',
      ',multiple_choice,Q,"a, c",x,,y,z',
      { type: 'multiple_choice', options: [{ isKey: true }, { isKey: false }, { isKey: true }] },
    ],
    [
      'a multiple choice without a type',
      ',,Q,"a,c",x,,y,z,per_option',
      { type: 'multiple_choice', scoring: 'per_option' },
    ],
    [
      'weights',
      ',Multiple Choice,Q,"a=1/2, b=1/2, c=-1",x,,y,z,weighted',
      { scoring: 'weighted', options: [{ share: '1/2', isKey: true }, { isKey: true }, { share: '-1', isKey: false }] },
    ],
    ['true', ',,Q,TRUE', { type: 'true_false', key: true }],
    [
      'false with feedback',
      ',true_false,Q,false,,Not so.',
      { type: 'true_false', key: false, feedback: { true: 'Not so.' } },
    ],
    [
      'texts',
      ',,Q,"git st\ngit status",,,,,,,sensitive',
      { type: 'short_text', accepted: ['git st', 'git status'], caseSensitive: true },
    ],
    ['a number', ',,Q,-3.5 ± 0.1 ms', { type: 'numeric', value: '-3.5', tolerance: '0.1', unit: 'ms' }],
    ['a number that a spreadsheet may calculate', ",numeric,Q,'-3.5 ± 0.1", { type: 'numeric', value: '-3.5' }],
    ['a number as text', ',short_text,Q,5', { type: 'short_text', accepted: ['5'] }],
    [
      'pairs',
      ',matching,Q,,a => 1,Yes.,b => 1,=> 2,,no',
      {
        type: 'matching',
        shuffle: false,
        prompts: [
          { text: 'a', match: '1', feedback: 'Yes.' },
          { text: 'b', match: '1' },
        ],
        choices: [{ text: '1' }, { text: '2' }],
      },
    ],
    [
      'an order',
      ',ordering,Q,,one,,two,three,adjacent_pairs',
      { type: 'ordering', scoring: 'adjacent_pairs', items: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] },
    ],
    ['points and tags', ',,Q,5,,,,,,,,1/2,loops; two words', { points: '1/2', tags: ['loops', 'two words'] }],
  ])('reads %s', (_, row, question) => {
    expect(read(`${header}\n${row}`)).toMatchObject([{ line: 2, outcome: 'imported', question }]);
  });

  it.each([
    ['semicolons', 'stem;right\nQ, really?;5'],
    ['tabs', 'stem\tright\nQ, really?\t5'],
    ['a byte order mark', '\uFEFFstem,right\n"Q, really?",5'],
    ['Windows line ends', 'stem,right\r\n"Q, really?",5\r\n'],
    ['carriage returns only', 'stem,right\r"Q, really?",5\r'],
    ['names in capitals', 'Stem,Right\n"Q, really?",5'],
    ['rows without cells', 'stem,right\n,\n\n"Q, really?",5\n,,,\n'],
  ])('reads a file with %s', (_, text) => {
    expect(read(text)).toMatchObject([{ outcome: 'imported', question: { stem: 'Q, really?', value: '5' } }]);
  });

  it('counts lines through cells of several', () => {
    const text = `key,stem,right\nq1,"Two\nlines",5\nq2,,5\nq3,Q,"a\nb"\nq1,Q,5`;
    expect(read(text).map(({ line, key, outcome }) => [line, key, outcome])).toEqual([
      [2, 'q1', 'imported'],
      [4, 'q2', 'refused'],
      [5, 'q3', 'imported'],
      [7, null, 'imported_with_loss'],
    ]);
  });

  it.each([
    ['no column for what is right', 'stem\nQ', /no column “right”/],
    ['a column twice', 'stem,right,stem\nQ,5,Q', /“stem” stands twice/],
    ['no rows', 'stem,right\n', /no questions/],
    ['no stem', 'stem,right\n,5', /no stem/],
    ['an unknown type', 'stem,right,type\nQ,5,essay', /“essay” is none that a row can hold/],
    ['an option left out', 'stem,right,option_a,option_b,option_c\nQ,a,x,,z', /option_b is empty/],
    ['one option', 'stem,right,option_a\nQ,a,x', /two options/],
    ['no right option', 'stem,right,option_a,option_b\nQ,,x,y', /one right option, not 0/],
    ['a right option that does not exist', 'stem,right,option_a,option_b\nQ,c,x,y', /“c” does not exist/],
    ['a right option in words', 'stem,right,option_a,option_b\nQ,yes,yes,no', /not a list of letters/],
    ['neither true nor false', 'stem,right,type\nQ,maybe,true_false', /Either “true” or “false”/],
    ['no answer', 'stem,right\nQ,', /No answer is accepted/],
    ['a number that is none', 'stem,right,type\nQ,many,numeric', /“many” is not a number/],
    [
      'a pair without an arrow',
      'stem,right,type,option_a,option_b\nQ,,matching,a => b,c',
      /option_b is not of the form/,
    ],
    ['one item', 'stem,right,type,option_a\nQ,,ordering,a', /nothing to put in order/],
    ['points that are none', 'stem,right,points\nQ,5,many', /“many” are no points/],
    ['a quote within a cell', 'stem,right\nQ "x,5', /quote/],
    ['a quote that is never closed', 'stem,right\n"Q,5\nR,6', /never closed/],
    ['nothing', '', /empty/],
    ['bytes', 'a\0b', /not text/],
  ])('refuses %s', (_, text, reason) => {
    expect(read(text)).toMatchObject([{ outcome: 'refused', reasons: [expect.stringMatching(reason)] }]);
  });

  it('lets a row that is not CSV cost the others nothing', () => {
    const items = read('stem,right\nOne,1\nTwo "x",2\nThree,3\n"Four"x,4\nFive,5');
    expect(items.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'imported'],
      [3, 'refused'],
      [4, 'imported'],
      [5, 'refused'],
      [6, 'imported'],
    ]);
  });

  it.each([
    ['an unknown column', 'stem,right,colour\nQ,5,red', /“colour” means nothing/],
    ['an unknown difficulty', 'stem,right,difficulty\nQ,5,brutal', /“brutal”/],
    ['a setting of another type', 'stem,right,scoring\nQ,5,weighted', /“scoring” means nothing for numeric/],
    ['options of a text', 'stem,right,type,option_a\nQ,x,short_text,x', /“option_a” means nothing for short_text/],
    ['feedback on an option that is not there', 'stem,right,option_a,option_b,feedback_c\nQ,a,x,y,No', /“feedback_c”/],
  ])('imports with a loss where there is %s', (_, text, loss) => {
    expect(read(text)).toMatchObject([{ outcome: 'imported_with_loss', losses: [expect.stringMatching(loss)] }]);
  });

  it.each([
    ['quotes', `stem,right\n${'"'.repeat(500_001)}`],
    ['commas', `stem,right\n${','.repeat(500_000)}`],
    ['a long cell', `stem,right\n${'a'.repeat(990_000)},5`],
    ['a longer cell', `stem,right\n${'a'.repeat(1_100_000)},5`],
    ['rows', `stem,right\n${'Q,5\n'.repeat(100_000)}`],
    ['letters', `stem,right,option_a,option_b\nQ,"${'a,'.repeat(200_000)}",x,y`],
    ['columns', `${'c,'.repeat(100_000)}stem,right\nQ,5`],
    ['arrows', `stem,right,type,option_a\nQ,,matching,${' => '.repeat(200_000)}`],
    ['too much', 'a'.repeat(9_000_000)],
  ])('reads a flood of %s in bounded time', (_, text) => {
    const before = process.cpuUsage();
    expect(read(text).length).toBeGreaterThan(0);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  '"=',
  "'=",
  ' =',
  "''",
  "'",
  '=>',
  '-1',
  '1',
];
const words = fc
  .array(fc.constantFrom(...starts, 'word', ';', ',', '"', ' ', '*', '5'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

/** What is the same to a learner: places instead of ids. */
function essence(question: Question): unknown {
  const places = new Map<string, string>();
  return JSON.parse(JSON.stringify({ ...question, id: '' }), (name, value: unknown) => {
    if (name === 'share' && typeof value === 'string') return sizeOf(value) === 1 ? undefined : sizeOf(value);
    if (name === 'toleranceKind') return undefined;
    if ((name === 'id' || name === 'match') && typeof value === 'string') {
      if (!places.has(value)) places.set(value, String(places.size));
      return places.get(value);
    }
    return value;
  });
}

describe('writeCsvQuestions', () => {
  it('writes what is read as the same questions, or says what is lost, and nothing that a spreadsheet calculates', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(questionArbitrary({ prose: words, words }), {
          minLength: 1,
          maxLength: 4,
          selector: (made) => made.id,
        }),
        (questions) => {
          const { text, report } = writeCsvQuestions(questions);
          const kept = questions.filter((_, index) => report.items[index]?.outcome !== 'left_out');
          const items = kept.length === 0 ? [] : read(text);
          expect(items.map(({ key, reasons }) => [key, reasons])).toEqual(kept.map((question) => [question.id, []]));
          for (const [index, question] of kept.entries()) {
            const item = report.items.find(({ key }) => key === question.id);
            const back = items[index]?.question;
            expect(questionSchema.parse(back)).toEqual(back);
            if (item?.outcome === 'written') expect(essence(back!)).toEqual(essence(question)); // it was imported
          }
          const cells = parse(text, { bom: true }).flat();
          expect(
            cells.filter((cell) => /^["'\s]*[=+@＝＋－＠-]/.test(cell) && !/^(?:'|-?\d+(?:\.\d+)?$)/.test(cell)),
          ).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('undoes what it does to a cell', () => {
    const cell = fc.array(fc.constantFrom(...starts, 'x'), { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(cell, (text) => {
        const [written] = parse(`${cellOf(text)},end`).flat();
        expect(restored(written ?? '')).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes a template without questions', () => {
    expect(writeCsvQuestions([]).text).toBe(
      '\uFEFFkey,type,stem,right,option_a,feedback_a,option_b,feedback_b,option_c,feedback_c,option_d,feedback_d,explanation,' +
        'tags,difficulty,points,scoring,shuffle,case,name,feedback_correct,feedback_partial,feedback_incorrect,hint_1\r\n',
    );
  });

  it('says what is lost of each question, and leaves out what a row cannot hold', () => {
    const { report } = writeCsvQuestions([
      make({ type: 'essay' }),
      make({ type: 'numeric', value: '1', tolerance: '0.1', toleranceKind: 'relative' }),
      make({ type: 'numeric', value: '1', unitRule: 'required', unit: 'm' }),
      make({ type: 'short_text', accepted: ['a'], alternatives: [{ text: 'b', share: '1/2' }] }),
      make({ type: 'true_false', key: true, tags: ['a;b'] }),
      make({ type: 'true_false', key: true }),
    ]);
    expect(report.items.map(({ outcome }) => outcome)).toEqual([
      'left_out',
      'left_out',
      'written_with_loss',
      'written_with_loss',
      'written_with_loss',
      'written',
    ]);
  });
});
