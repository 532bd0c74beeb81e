import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { csvOf, csvText } from './csv.js';
import type { Matrix } from './matrix.js';

/** What a spreadsheet would calculate. */
const calculates = /^[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

const hostile = [
  '=1+1',
  '+49 30 1234',
  '-2',
  '@SUM(A1)',
  ' =1',
  '"=1',
  '\t=1',
  '\tx',
  '\rx',
  '\nx',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '\u00a0=1',
  '\u200b=1',
  "'=1",
  '=HYPERLINK("https://evil.example","a;b")',
];

function matrixOf(names: readonly string[]): Matrix {
  return {
    learners: names.map((displayName, at) => ({
      id: `id-${at}`,
      displayName,
      email: displayName,
      badges: 0,
      certificates: 0,
    })),
    sections: [
      {
        id: 'section',
        title: names[0] ?? '',
        position: 0,
        dueAt: null,
        cells: names.map(() => ({ sectionId: 'section', state: 'failed', percent: 12.5, attempts: 2 })),
        lastActivityAt: names.map(() => Date.UTC(2030, 0, 1)),
        details: names.map(() => ({ score: 1.25, scoreMax: 10, passedAt: null })),
      },
    ],
  };
}

describe('a text in CSV', () => {
  it.each(hostile)('that a spreadsheet might calculate gets an apostrophe: %j', (text) => {
    const [[cell]] = parse(csvText(text)) as [[string]];
    expect(cell).toBe(`'${text}`);
  });

  it.each(['Ada', 'Ünal, B.', 'a=b', 'x-y', 'Say "hi"', ' two ', '1;2', 'line\nbreak', ''])('stays %j', (text) => {
    const found = parse(`${csvText(text)},end`) as string[][];
    expect(found).toEqual([[text, 'end']]);
  });
});

describe('a matrix as CSV', () => {
  const text = [...csvOf(matrixOf(['Ada', ...hostile]))].join('');
  const found: Record<string, string>[] = parse(text, { columns: true, bom: true });

  it('begins with the byte order mark, ends its lines with CR LF and names its columns', () => {
    expect(text.startsWith('\uFEFFlearner_id,learner,email,section_id,section,position,state,attempts,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(hostile.length + 3);
  });

  it('brings back every person, and nothing that calculates', () => {
    expect(found.map((row) => row['learner']?.replace(/^'/, '')).slice(1)).toEqual(hostile.map((name) => name));
    const unsafe = found
      .flatMap((row) => Object.values(row))
      .filter((cell) => calculates.test(cell) && cell[0] !== "'");
    expect(unsafe).toEqual([]);
  });

  it('keeps numbers numbers and times in one form', () => {
    expect(found[0]).toMatchObject({
      position: '0',
      state: 'failed',
      attempts: '2',
      percent: '12.5',
      score: '1.25',
      score_max: '10',
      passed_at: '',
      last_activity_at: '2030-01-01T00:00:00.000Z',
    });
  });
});
