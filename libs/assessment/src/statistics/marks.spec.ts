import { describe, expect, it } from '@jest/globals';

import { analyse } from './analyse.js';
import { type MarksProblem, readMarks } from './marks.js';

const matrix = (text: string) => {
  const read = readMarks(text);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.matrix;
};
const problems = (text: string): Omit<MarksProblem, 'detail'>[] => {
  const read = readMarks(text);
  return 'problems' in read ? read.problems.map(({ line, column, code }) => ({ line, column, code })) : [];
};

describe('a table of marks', () => {
  it('has a question per column and an attempt per row', () => {
    expect(matrix('q1:1,q2:2.5\n1,2.5\n0,0.5\n')).toEqual({
      items: [
        { name: 'q1', max: 1 },
        { name: 'q2', max: 2.5 },
      ],
      rows: [
        [1, 2.5],
        [0, 0.5],
      ],
    });
  });

  it('counts a blank cell and a dash as not answered, which earns 0', () => {
    expect(matrix('a:1,b:1,c:1\n,1,-\n"", 1 ,0').rows).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('takes what wrong answers cost', () => {
    expect(matrix('a:1\n-0.5\n').rows).toEqual([[-0.5]]);
  });

  it.each([
    ['semicolons and decimal commas', 'a:1;b:2\n0,5;1\n'],
    ['tabs', 'a:1\tb:2\n0.5\t1\n'],
    ['a byte order mark and CR LF', '\uFEFFa:1,b:2\r\n0.5,1\r\n'],
    ['old line ends', 'a:1,b:2\r0.5,1'],
    ['blank lines between', 'a:1,b:2\n\n0.5,1\n\n'],
    ['blanks around', 'a : 1 , b:2\n 0.5 , 1\n'],
  ])('may come with %s', (_, text) => {
    expect(matrix(text)).toEqual({
      items: [
        { name: 'a', max: 1 },
        { name: 'b', max: 2 },
      ],
      rows: [[0.5, 1]],
    });
  });

  it('may have names with anything in them, the maximum stands behind the last colon', () => {
    expect(matrix('"What, now: 10:30?:2"\n1\n').items).toEqual([{ name: 'What, now: 10:30?', max: 2 }]);
  });

  it('goes straight into the analysis', () => {
    expect(analyse(matrix('a:1,b:1\n1,1\n0,1\n')).quiz).toMatchObject({ attempts: 2, mean: 1.5 });
  });
});

describe('what is wrong is told with line and column', () => {
  it.each<[string, string, Omit<MarksProblem, 'detail'>[]]>([
    ['an empty file', '', [{ line: 1, column: 1, code: 'file_empty' }]],
    ['a header alone', 'a:1,b:1\n', [{ line: 1, column: 1, code: 'rows_missing' }]],
    ['a header without a maximum', 'a:1,b\n1,1\n', [{ line: 1, column: 2, code: 'header_invalid' }]],
    ['a header without a name', ':1\n1\n', [{ line: 1, column: 1, code: 'header_invalid' }]],
    ['a maximum below zero', 'a:-1\n0\n', [{ line: 1, column: 1, code: 'header_invalid' }]],
    ['a name that stands twice', 'a:1,a:2\n1,1\n', [{ line: 1, column: 2, code: 'header_duplicate' }]],
    [
      'text and half numbers',
      'a:1,b:1\n1,yes\n1.,0x1\n',
      [
        { line: 2, column: 2, code: 'mark_invalid' },
        { line: 3, column: 1, code: 'mark_invalid' },
        { line: 3, column: 2, code: 'mark_invalid' },
      ],
    ],
    ['a mark above its maximum', 'a:1,b:1\n1,1\n1,1.01\n', [{ line: 3, column: 2, code: 'mark_too_high' }]],
    ['a row that is too short', 'a:1,b:1\n1\n', [{ line: 2, column: 2, code: 'row_length' }]],
    ['a row that is too long', 'a:1,b:1\n1,1,1\n', [{ line: 2, column: 3, code: 'row_length' }]],
    ['broken quotes', 'a:1,b:1\n1,1\n"1,1\n', [{ line: 3, column: 1, code: 'csv_broken' }]],
    ['Infinity', 'a:1\nInfinity\n', [{ line: 2, column: 1, code: 'mark_invalid' }]],
    ['a decimal comma between commas', 'a:1,b:1\n"0,5",1\n', [{ line: 2, column: 1, code: 'mark_invalid' }]],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('no more than a hundred times', () => {
    expect(problems(`a:1\n${'x\n'.repeat(500)}`)).toHaveLength(100);
  });

  it('when there are more questions than are read', () => {
    const names = Array.from({ length: 1_001 }, (_, index) => `q${index}:1`);
    const rows = `${names.join()}\n${names.map(() => '1').join()}\n`;
    expect(problems(rows)).toEqual([{ line: 1, column: 1_001, code: 'header_invalid' }]);
  });

  it('when the file is larger than anybody would analyse', () => {
    expect(problems('a'.repeat(50_000_001))).toEqual([{ line: 1, column: 1, code: 'file_too_large' }]);
  });

  it('without repeating a long cell', () => {
    const read = readMarks(`a:1\n${'x'.repeat(1_000)}\n`);
    expect('problems' in read && read.problems[0]?.detail.length).toBeLessThan(200);
  });
});
