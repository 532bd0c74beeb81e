import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#libs/contracts';

import { publish } from '../../test-events.js';
import { openQuiz, type QuizUnderTest } from '../../test-support.js';
import { OwnershipService } from './ownership.service.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

function principal(id: string, ...roles: Role[]) {
  return { id, roles, expiresAt: new Date('2040-01-01T00:00:00Z') };
}

async function decides(who: ReturnType<typeof principal>, sectionId: string): Promise<boolean> {
  const ownership = quiz.part(OwnershipService);
  return ownership.requireSection(who, sectionId).then(
    () => true,
    () => false,
  );
}

describe('the owner of a course', () => {
  it.each<[string, boolean, ReturnType<typeof principal>]>([
    ['its author', true, principal('0190163d-8694-739b-aea5-966c26f8ad01', 'author')],
    ['an admin', true, principal(randomUUID(), 'admin')],
    ['another author', false, principal(randomUUID(), 'author')],
    ['its author who is an author no more', false, principal('0190163d-8694-739b-aea5-966c26f8ad01', 'learner')],
  ])('decides about it: %s %s', async (_, expected, who) => {
    const ownerId = '0190163d-8694-739b-aea5-966c26f8ad01';
    const { courseId, sections } = await publish(quiz, [{}], { id: randomUUID(), publication: 1, ownerId });
    expect(await decides(who, sections[0]!.sectionId)).toBe(expected);
    expect(await quiz.part(OwnershipService).owns(who, courseId)).toBe(expected);
  });

  it('is nobody but admins where the publication names none, and stays known when a later one does not name it', async () => {
    const owner = principal(randomUUID(), 'author');
    const unnamed = await publish(quiz, [{}]);
    expect(await decides(owner, unnamed.sections[0]!.sectionId)).toBe(false);
    const id = randomUUID();
    await publish(quiz, [{}], { id, publication: 1, ownerId: owner.id });
    const later = await publish(quiz, [{}], { id, publication: 2 });
    expect(await decides(owner, later.sections[0]!.sectionId)).toBe(true);
    expect(await decides(owner, randomUUID())).toBe(false);
  });
});
