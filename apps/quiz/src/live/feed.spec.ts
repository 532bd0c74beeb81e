import { describe, expect, it } from '@jest/globals';

import type { Figures } from '../dashboard/board.js';
import type { LearnerRow } from '../dashboard/matrix.js';
import { Feed, type Chunk } from './feed.js';
import type { FiguresTold } from './figures.js';

const section = {
  sectionId: 's1',
  title: 'One',
  position: 0,
  passed: 0,
  started: 0,
  passRate: null,
  meanPercent: null,
};

function row(learnerId: string, percent: number | null = null): LearnerRow {
  const state = percent === null ? ('none' as const) : ('failed' as const);
  const cell = { sectionId: 's1', state, percent, attempts: percent === null ? 0 : 1, lastActivityAt: null };
  return { learnerId, displayName: learnerId, sectionsPassed: 0, lastActivityAt: null, cells: [cell] };
}

function figures(revision: string, learners: readonly LearnerRow[], title = 'One'): Figures {
  const attempts = learners.filter(({ cells }) => cells[0]?.percent !== null).length;
  const totals = { learners: learners.length, activeLast7Days: 0, attempts, passes: 0, badges: 0, certificates: 0 };
  return {
    cohortId: 'c1',
    asOf: '2030-01-01T00:00:00.000Z',
    revision,
    sections: [{ ...section, title }],
    totals,
    learners: [...learners],
  } as Figures;
}

function told(chunk: Chunk | null): FiguresTold | null {
  if (chunk === null) return null;
  return JSON.parse(/^data: (.*)$/m.exec(chunk.bytes.toString())?.[1] ?? '');
}

const names = (chunk: Chunk | null) => told(chunk)?.learners.map(({ learnerId }) => learnerId);

describe('the feed of a cohort', () => {
  it('tells everything to whoever has nothing, and nothing to whoever has it all', () => {
    const feed = new Feed(figures('1', [row('ada'), row('bea')]));
    const whole = feed.whole();
    expect(told(whole)).toMatchObject({ isWhole: true, revision: '1', left: [] });
    expect(names(whole)).toEqual(['ada', 'bea']);
    expect(feed.since(whole.position)).toBeNull();
  });

  it('tells only the rows that are new, each of them once however many changes lie between', () => {
    const feed = new Feed(figures('1', [row('ada'), row('bea'), row('cleo')]));
    const start = feed.place;
    feed.advance(figures('2', [row('ada', 10), row('bea'), row('cleo')]), []);
    const between = feed.place;
    feed.advance(figures('3', [row('ada', 20), row('bea', 30), row('cleo')]), []);
    expect(names(feed.since(start))).toEqual(['ada', 'bea']);
    expect(told(feed.since(start))?.learners[0]?.cells[0]?.percent).toBe(20);
    feed.advance(figures('4', [row('ada', 20), row('bea', 40), row('cleo')]), []);
    expect(names(feed.since(between))).toEqual(['ada', 'bea']);
    expect(told(feed.since(between))).toMatchObject({ isWhole: false, revision: '4', totals: { attempts: 2 } });
  });

  it('says nothing when a revision moved and no figure did', () => {
    const feed = new Feed(figures('1', [row('ada')]));
    const { place } = feed;
    expect(feed.advance(figures('2', [row('ada')]), [])).toBeNull();
    expect(feed.since(place)).toBeNull();
    expect(feed.positionOf('2')).toBe(place);
  });

  it('tells again what was touched, since another replica may have shown the revision with the older row', () => {
    const feed = new Feed(figures('1', [row('ada', 10), row('bea')]));
    const { place } = feed;
    feed.advance(figures('2', [row('ada', 10), row('bea')]), ['ada']);
    expect(names(feed.since(place))).toEqual(['ada']);
  });

  it('knows who came and who left', () => {
    const feed = new Feed(figures('1', [row('ada'), row('bea')]));
    const { place } = feed;
    feed.advance(figures('2', [row('bea'), row('cleo')]), []);
    expect(names(feed.since(place))).toEqual(['cleo']);
    expect(told(feed.since(place))?.left).toEqual(['ada']);
    feed.advance(figures('3', [row('ada'), row('bea'), row('cleo')]), []);
    expect(told(feed.since(place))).toMatchObject({ left: [] });
    expect(names(feed.since(place))).toEqual(['ada', 'cleo']);
  });

  it('tells everything anew when the sections are others', () => {
    const feed = new Feed(figures('1', [row('ada')]));
    const { place } = feed;
    feed.advance(figures('2', [row('ada')], 'Renamed'), null);
    expect(told(feed.since(place))).toMatchObject({ isWhole: true, sections: [{ title: 'Renamed' }] });
    expect(told(feed.chunk(feed.positionOf('1') ?? -1))).toMatchObject({ isWhole: true });
  });

  it('takes a reader back at the revision that it names, at the first place where that was shown', () => {
    const feed = new Feed(figures('1', [row('ada')]));
    feed.advance(figures('1', [row('ada', 10)]), []);
    feed.advance(figures('2', [row('ada', 10)]), []);
    expect(names(feed.chunk(feed.positionOf('1') ?? -1))).toEqual(['ada']);
    expect(names(feed.chunk(feed.positionOf('2') ?? -1))).toEqual([]);
    expect(feed.positionOf('of elsewhere')).toBeNull();
  });

  it('tells who comes from another replica what was touched there, and who has left', () => {
    const feed = new Feed(figures('5', [row('ada'), row('bea')]));
    const chunk = feed.chunk(feed.place, new Set(['bea', 'zoe']));
    expect(names(chunk)).toEqual(['bea']);
    expect(told(chunk)).toMatchObject({ isWhole: false, left: ['zoe'] });
  });

  it('writes the same bytes once for all who stand at the same place', () => {
    const feed = new Feed(figures('1', [row('ada')]));
    const { place } = feed;
    feed.advance(figures('2', [row('ada', 10)]), []);
    expect(feed.since(place)?.bytes).toBe(feed.since(place)?.bytes);
  });
});
