import { describe, expect, it } from '@jest/globals';

import { Board } from './board.js';
import type { Matrix } from './matrix.js';

const now = new Date('2030-03-01T00:00:00Z');
const about = (revision: string) => ({ cohortId: 'c', revision, now });

interface Learner {
  readonly name: string;
  readonly percents: readonly (number | null)[];
  readonly badges?: number;
}

function matrixOf(learners: Record<string, Learner>, sections = ['s1', 's2'], dueAt: number | null = null): Matrix {
  const ids = Object.entries(learners);
  return {
    learners: ids.map(([id, { name, badges = 0 }]) => ({
      ...{ id, displayName: name, email: `${id}@example.org` },
      ...{ badges, certificates: 0 },
    })),
    sections: sections.map((id, place) => ({
      ...{ id, title: `Section ${id}`, position: place, dueAt },
      cells: ids.map(([, { percents }]) => {
        const percent = percents[place] ?? null;
        const state = percent === null ? ('none' as const) : percent >= 80 ? ('passed' as const) : ('failed' as const);
        return { sectionId: id, state, percent, attempts: percent === null ? 0 : 1 };
      }),
      lastActivityAt: ids.map(([, { percents }]) =>
        (percents[place] ?? null) === null ? null : now.getTime() - 60_000,
      ),
      details: ids.map(() => null),
    })),
  };
}

const ada: Learner = { name: 'Ada', percents: [90, null], badges: 1 };
const bea: Learner = { name: 'Béa "B"\n', percents: [40, null] };
const first = Board.of(matrixOf({ ada, bea }), about('1'));

describe('a board', () => {
  it('sums what its learners add', () => {
    expect(first.figures.totals).toEqual({
      ...{ learners: 2, activeLast7Days: 2, attempts: 2, passes: 1 },
      ...{ badges: 1, certificates: 0 },
    });
    expect(first.figures.sections[0]).toMatchObject({ passed: 1, started: 2, passRate: 0.5, meanPercent: 65 });
    expect(first.figures.sections[1]).toMatchObject({ passed: 0, started: 0, passRate: null, meanPercent: null });
  });

  it.each([
    ['two learners', { ada, bea }],
    ['one', { ada }],
    ['none', {}],
  ])('of %s is sent as its figures', (_, learners) => {
    const board = Board.of(matrixOf(learners), about('1'));
    expect(board.json().toString()).toBe(JSON.stringify(orderedAs(board)));
  });

  it('takes the rows of those who changed, and keeps the others as they are', () => {
    const better = { ...bea, percents: [85, 20], badges: 1 };
    const next = first.with(matrixOf({ bea: better }), ['bea'], about('2'));
    const anew = Board.of(matrixOf({ ada, bea: better }), about('2'));
    expect(next?.figures).toEqual(anew.figures);
    expect(next?.json().equals(anew.json())).toBe(true);
    expect(next?.identity()).toEqual(anew.identity());
    expect(next?.figures.learners[0]).toBe(first.figures.learners[0]);
    expect(next?.identity()).not.toEqual(first.identity());
  });

  it('that is read anew keeps the rows that are the same', () => {
    const next = Board.of(matrixOf({ ada, bea: { ...bea, percents: [41, null] } }), about('2'), first);
    expect(next.figures.learners[0]).toBe(first.figures.learners[0]);
    expect(next.figures.learners[1]?.cells[0]?.percent).toBe(41);
  });

  it('shows new facts of its sections', () => {
    const due = first.with(matrixOf({}, ['s1', 's2'], now.getTime()), [], about('1'));
    expect(due?.figures.sections[0]?.dueAt).toBe(now.toISOString());
    expect(due?.identity()).not.toEqual(first.identity());
  });

  it('has the same identity at another moment and revision, and another one when only a sum is new', () => {
    const later = first.with(matrixOf({}), [], { ...about('2'), now: new Date('2030-03-01T00:01:00Z') });
    expect(later?.identity()).toEqual(first.identity());
    expect(later?.figures.asOf).not.toBe(first.figures.asOf);
    expect(first.with(matrixOf({ ada: { ...ada, badges: 0 } }), ['ada'], about('2'))?.identity()).not.toEqual(
      first.identity(),
    );
  });

  it.each([
    ['came', matrixOf({ cleo: { name: 'Cleo', percents: [] } }), ['cleo']],
    ['left', matrixOf({}), ['ada']],
    ['has another name', matrixOf({ ada: { ...ada, name: 'Adah' } }), ['ada']],
  ])('cannot tell its order when somebody %s', (_, matrix, asked) => {
    expect(first.with(matrix, asked, about('2'))).toBeNull();
  });

  it('cannot tell its columns when there are other sections', () => {
    expect(first.with(matrixOf({}, ['s2', 's1']), [], about('2'))).toBeNull();
    expect(first.with(matrixOf({}, ['s1']), [], about('2'))).toBeNull();
  });

  it('does not care for changes of people who are not in the cohort', () => {
    expect(first.with(matrixOf({}), ['somebody'], about('2'))?.figures.learners).toEqual(first.figures.learners);
  });
});

/** What is new comes first, so that the rest can be kept as text. */
function orderedAs({ figures: { asOf, revision, cohortId, sections, totals, learners } }: Board) {
  return { asOf, revision, cohortId, sections, totals, learners };
}
