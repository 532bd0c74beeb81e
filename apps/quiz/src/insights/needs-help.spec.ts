import { describe, expect, it } from '@jest/globals';

import { type LearnerFacts, limits, type OpenSection, reasonsFor } from './needs-help.js';

const now = new Date('2030-03-01T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Somebody who is at work and whom nothing holds up. */
const well: LearnerFacts = { enrolledAt: ago(60), lastActivityAt: ago(0.5), isUnfinished: true, open: [] };

function section(given: Partial<OpenSection>): OpenSection {
  return {
    ...{ sectionId: 's', title: 'SQL', failures: 0, failingSince: null, startedAt: ago(1), dueAt: null },
    ...given,
  };
}

describe('who may need help', () => {
  it('is nobody without a reason', () => {
    expect(reasonsFor(well, now)).toEqual([]);
    expect(reasonsFor({ ...well, open: [section({ startedAt: ago(300) })] }, now)).toEqual([]);
  });

  it.each<[string, Partial<OpenSection>, string[]]>([
    ['two failures', { failures: limits.failuresToFail - 1, failingSince: ago(1) }, []],
    ['three failures', { failures: limits.failuresToFail, failingSince: ago(1) }, ['failing']],
    ['four failures', { failures: limits.failuresToBeStuck - 1, failingSince: ago(1) }, ['failing']],
    ['five failures', { failures: limits.failuresToBeStuck, failingSince: ago(1) }, ['stuck']],
    ['one failure within a week', { failures: 1, failingSince: ago(1), startedAt: ago(6.99) }, []],
    ['one failure after a week', { failures: 1, failingSince: ago(1), startedAt: ago(7) }, ['stuck']],
    ['a due date to come', { dueAt: ago(-0.01) }, []],
    ['a due date now', { dueAt: now }, ['overdue']],
    [
      'a due date and failures',
      { dueAt: ago(2), failures: 3, failingSince: ago(1), startedAt: ago(1) },
      ['overdue', 'failing'],
    ],
    ['a section that is due and was never started', { startedAt: null, dueAt: ago(1) }, ['overdue']],
  ])('after %s: %j is told as %j', (_, given, codes) => {
    const reasons = reasonsFor({ ...well, open: [section(given)] }, now);
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    for (const { sectionId, text } of reasons) {
      expect(sectionId).toBe('s');
      expect(text).toContain('“SQL”');
    }
  });

  it.each<[string, Partial<LearnerFacts>, boolean]>([
    ['six days of silence', { lastActivityAt: ago(6.99) }, false],
    ['seven days of silence', { lastActivityAt: ago(7) }, true],
    ['a course that is finished', { lastActivityAt: ago(100), isUnfinished: false }, false],
    ['six days without a start', { lastActivityAt: null, enrolledAt: ago(6.99) }, false],
    ['seven days without a start', { lastActivityAt: null, enrolledAt: ago(7) }, true],
    ['coming back into the course', { lastActivityAt: ago(300), enrolledAt: ago(1) }, false],
  ])('counts %s as idle or not', (_, given, isIdle) => {
    const codes = reasonsFor({ ...well, ...given }, now).map(({ code }) => code);
    expect(codes).toEqual(isIdle ? ['idle'] : []);
  });

  it('is told since when, the oldest reason first, in words', () => {
    const open = [
      section({ sectionId: 'a', title: 'Git', failures: 1, failingSince: ago(9), startedAt: ago(10) }),
      section({ sectionId: 'b', title: 'SQL', failures: 5, failingSince: ago(3), startedAt: ago(4) }),
      section({ sectionId: 'c', title: 'HTTP', startedAt: null, dueAt: ago(1) }),
      section({ sectionId: 'd', title: 'TLS', startedAt: null, dueAt: ago(0.5) }),
      section({ sectionId: 'e', title: 'DNS', startedAt: null, dueAt: ago(12) }),
    ];
    const reasons = reasonsFor({ ...well, open, lastActivityAt: null, enrolledAt: ago(8) }, now);
    expect(reasons.map(({ text }) => text)).toEqual([
      '“DNS” was due 12 days ago and is not passed.',
      '“Git” was started 10 days ago and is not passed: 1 attempt in a row without a pass.',
      'Nothing was started in the 8 days since enrolling.',
      '5 attempts in a row without a pass at “SQL”.',
      '“HTTP” was due 1 day ago and is not passed.',
      '“TLS” was due today and is not passed.',
    ]);
    expect(reasons.map(({ since }) => since)).toEqual([ago(12), ago(10), ago(8), ago(3), ago(1), ago(0.5)]);
  });

  it('says how long nothing was done', () => {
    const [reason] = reasonsFor({ ...well, lastActivityAt: ago(9) }, now);
    expect(reason).toMatchObject({
      code: 'idle',
      sectionId: null,
      text: 'Nothing was done for 9 days.',
      since: ago(9),
    });
  });
});
