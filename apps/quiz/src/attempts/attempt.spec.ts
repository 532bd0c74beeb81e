import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { drawPaper } from '#libs/assessment';
import { SectionPublished } from '#libs/contracts';

import { singleChoice } from '../../test-events.js';
import { newestAnswers, openPaper, type StoredResponse, untouched } from './attempt.js';
import { afterEnding, endingOf } from './ending.js';
import { uuidV7 } from './uuid-v7.js';

const start = new Date('2030-01-01T09:00:00Z');
const later = new Date('2030-01-01T09:10:00Z');

function sitting(deadlineAt: Date | null = null) {
  const questions = ['1/3', '1/3', '1/3'].map((points) => singleChoice({ points }));
  const section = SectionPublished.schema.parse({
    courseId: randomUUID(),
    publication: 1,
    sectionId: randomUUID(),
    position: 0,
    title: 'Thirds',
    policy: {},
    questions,
  });
  const pin = {
    id: randomUUID(),
    learnerId: randomUUID(),
    courseId: section.courseId,
    sectionId: section.sectionId,
    publication: 1,
    number: 1,
    purpose: 'exam' as const,
    startedAt: start,
    deadlineAt,
  };
  const places = drawPaper({ questions, policy: section.policy, seed: 'seed' });
  const paper = openPaper(pin, places, section);
  return { paper, pin, places, section, record: untouched(paper) };
}

const given = (questionId: string, sequence: number, choice: string) => ({ questionId, sequence, answer: { choice } });
const stored = (questionId: string, sequence: number, choice: string): StoredResponse => ({
  ...given(questionId, sequence, choice),
  savedAt: start.toISOString(),
  score: null,
  outcome: null,
  gradedVersion: null,
  decidedShare: null,
  isDropped: false,
  spentSeconds: null,
});

describe('what counts when an attempt ends', () => {
  it.each([
    [2, 1, 'stored'],
    [2, 2, 'stored'],
    [2, 3, 'given'],
  ])('of a stored answer with sequence %i and a given one with %i is the %s one', (first, second, winner) => {
    const newest = newestAnswers([stored('q', first, 'stored')], [given('q', second, 'given')], later);
    expect(newest.get('q')).toMatchObject({ answer: { choice: winner } });
  });

  it('is nothing that comes along after the deadline', () => {
    const { paper, record } = sitting(later);
    const answers = paper.places.map(({ questionId }) => given(questionId, 1, 'o0'));
    expect(endingOf(paper, record, answers, later)).toMatchObject({ endedBy: 'expired', score: '0.0000000000' });
  });
});

describe('an ending', () => {
  it('makes a full mark of three thirds, and passes with it', () => {
    const { paper, record } = sitting();
    const answers = paper.places.map(({ questionId }) => given(questionId, 1, 'o0'));
    const ending = endingOf(paper, record, answers, later);
    expect(ending).toMatchObject({ score: '1.0000000000', scoreMax: '1.0000000000', percent: 100, hasPassed: true });
    expect(ending.responses.map(({ score }) => score)).toEqual(Array(3).fill('0.3333333333'));
  });

  it('is what a reader finds afterwards, rounded to four places', () => {
    const { paper, record } = sitting();
    const [place] = paper.places;
    const ending = endingOf(paper, { ...record, responses: [stored(place!.questionId, 1, 'o0')] }, [], later);
    const around = { hasPassedSection: false, attemptsUsed: 1, extraAttempts: 0, waivesCooldown: false };
    expect(afterEnding(record, ending, around)).toMatchObject({
      state: 'graded',
      version: 2,
      score: 0.3333,
      scoreMax: 1,
      percent: 33.3333,
      hasPassed: false,
      endedBy: 'submitted',
    });
  });
});

it('a paper whose question is not in its publication is a fault, never a short paper', () => {
  const { pin, places, section } = sitting();
  const changed = places.map((place) => ({ ...place, version: 2 }));
  expect(() => openPaper(pin, changed, section)).toThrow(RangeError);
});

it('an id carries its moment and sorts by it', () => {
  const [first, second] = [uuidV7(start, Buffer.alloc(10, 255)), uuidV7(later, Buffer.alloc(10))];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(start.getTime());
  expect(first < second).toBe(true);
});
