import { describe, expect, it } from '@jest/globals';
import { formulas } from '#libs/testing';
import { parse } from 'csv-parse/sync';

import { csvOf } from './csv.js';
import type { Matrix } from './matrix.js';

/** What a spreadsheet would calculate. */
const calculates = /^[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

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

describe('a matrix as CSV', () => {
  const text = [...csvOf(matrixOf(['Ada', ...formulas]))].join('');
  const found: Record<string, string>[] = parse(text, { columns: true, bom: true });

  it('begins with the byte order mark, ends its lines with CR LF and names its columns', () => {
    expect(text.startsWith('\uFEFFlearner_id,learner,email,section_id,section,position,state,attempts,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(formulas.length + 3);
  });

  it('brings back every person, and nothing that calculates', () => {
    expect(found.map((row) => row['learner']?.replace(/^'/, '')).slice(1)).toEqual(formulas);
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
