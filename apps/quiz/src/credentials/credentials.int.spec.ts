import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { type Actor, learner, openQuiz, publicUrl, type QuizUnderTest } from '../../test-support.js';
import type { CredentialViewResponse, VerificationResponse } from './credentials.dto.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

async function credentialsOf(who: Actor): Promise<CredentialViewResponse[]> {
  return (await quiz.call<{ items: CredentialViewResponse[] }>(who, 'GET /me/credentials')).body.items;
}

async function graduate(displayName?: string) {
  const { courseId, sections } = await publish(quiz, [
    { title: 'Basics' },
    { title: 'HTTP' },
    { title: 'Extra', isRequired: false },
  ]);
  const who = learner();
  await introduce(quiz, who, { displayName });
  const ids = sections.map((section) => section.sectionId);
  return { courseId, ids, who };
}

async function earnBadge(displayName?: string) {
  const { ids, who, courseId } = await graduate(displayName);
  const attempt = await takeQuiz(quiz, who, ids[0]!);
  await deliverGrades(quiz, who.id);
  const [badge] = await credentialsOf(who);
  return { who, badge: badge!, attempt, courseId, sectionId: ids[0]! };
}

describe('achievements', () => {
  it('passing a section issues its badge once, however often the grade is delivered', async () => {
    const { ids, who, courseId } = await graduate();
    await takeQuiz(quiz, who, ids[0]!);
    await takeQuiz(quiz, who, ids[0]!);
    await deliverGrades(quiz, who.id, 3);
    expect(await credentialsOf(who)).toMatchObject([
      {
        kind: 'section_badge',
        title: 'Basics',
        courseId,
        sectionId: ids[0],
        learnerName: 'Ada Lovelace',
        status: 'active',
      },
    ]);
    const issued = await quiz.dataSource.query(
      `SELECT 1 FROM outbox WHERE type = 'CredentialIssued.v1' AND data ->> 'learnerId' = $1`,
      [who.id],
    );
    expect(issued).toHaveLength(1);
  });

  it('failing issues nothing', async () => {
    const { ids, who } = await graduate();
    await takeQuiz(quiz, who, ids[0]!, 'wrong');
    await deliverGrades(quiz, who.id);
    expect(await credentialsOf(who)).toEqual([]);
  });

  it('the last required section issues the certificate, raced or not', async () => {
    const { ids, who } = await graduate();
    await takeQuiz(quiz, who, ids[0]!);
    await takeQuiz(quiz, who, ids[1]!);
    await Promise.all([deliverGrades(quiz, who.id), deliverGrades(quiz, who.id), deliverGrades(quiz, who.id)]);
    const kinds = (await credentialsOf(who)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['course_certificate', 'section_badge', 'section_badge']);
  });

  it('waits for a learner who has not arrived in the read model yet', async () => {
    const { sections } = await publish(quiz, [{}]);
    const who = learner();
    await takeQuiz(quiz, who, sections[0]!.sectionId);
    await expect(deliverGrades(quiz, who.id)).rejects.toThrow();
    expect(await credentialsOf(who)).toEqual([]);
    await introduce(quiz, who);
    await deliverGrades(quiz, who.id);
    expect(await credentialsOf(who)).toHaveLength(2);
  });

  it('voiding the attempt revokes badge and certificate; passing anew issues new ones', async () => {
    const { ids, who } = await graduate();
    const attempt = await takeQuiz(quiz, who, ids[0]!);
    await takeQuiz(quiz, who, ids[1]!);
    await deliverGrades(quiz, who.id);
    await quiz.call({ id: randomUUID(), roles: ['admin'] }, `POST /attempts/${attempt.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who.id, 2);
    const held = async () =>
      (await credentialsOf(who)).map(({ kind, sectionId, status }) => `${kind} ${sectionId} ${status}`).sort();
    expect(await held()).toEqual(
      [`course_certificate null revoked`, `section_badge ${ids[0]} revoked`, `section_badge ${ids[1]} active`].sort(),
    );
    await takeQuiz(quiz, who, ids[0]!);
    await deliverGrades(quiz, who.id);
    expect((await held()).filter((line) => line.endsWith(' active'))).toHaveLength(3);
  });

  it('another passing attempt keeps the badge when one is voided', async () => {
    const { ids, who } = await graduate();
    const attempt = await takeQuiz(quiz, who, ids[0]!);
    await takeQuiz(quiz, who, ids[0]!);
    await quiz.call({ id: randomUUID(), roles: ['admin'] }, `POST /attempts/${attempt.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who.id);
    expect(await credentialsOf(who)).toMatchObject([{ status: 'active' }]);
  });
});

describe('a list of one', () => {
  it('tells whether a credential is the caller’s, however many they have', async () => {
    const [one, other] = [await earnBadge(), await earnBadge()];
    const asked = async (who: Actor, id: string) => {
      const { body } = await quiz.call<{ items: { id: string }[] }>(who, `GET /me/credentials?id=${id}`);
      return body.items.map((item) => item.id);
    };
    expect(await asked(one.who, one.badge.id)).toEqual([one.badge.id]);
    expect(await asked(one.who, other.badge.id)).toEqual([]);
    expect((await quiz.call(one.who, 'GET /me/credentials?id=mine')).status).toBe(400);
  });
});

describe('a public credential', () => {
  it('is shown to anyone with its link, without the address, and not to search engines', async () => {
    const { badge, who } = await earnBadge();
    const reply = await quiz.call<CredentialViewResponse & { document: Record<string, unknown> }>(
      null,
      `GET /credentials/${badge.id}`,
    );
    expect(reply).toMatchObject({
      status: 200,
      body: { ...badge, learnerName: null, history: [{ decision: 'issued' }] },
    });
    expect(reply.headers.get('x-robots-tag')).toBe('noindex');
    expect(reply.text).not.toContain(`${who.id}@example.org`);
    expect(reply.body.document).toMatchObject({
      id: `${publicUrl}/api/quiz/v1/credentials/${badge.id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `${publicUrl}/api/quiz/v1/issuer` },
    });
  });

  it.each([
    ['application/vc+ld+json', 'application/vc+ld+json'],
    ['text/html, application/ld+json;q=0.9', 'application/vc+ld+json'],
    ['application/json', 'application/json; charset=utf-8'],
    ['image/svg+xml', 'image/svg+xml; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('asked as %s is answered as %s', async (accept, contentType) => {
    const { badge } = await earnBadge();
    const reply = await quiz.call(null, `GET /credentials/${badge.id}`, undefined, { accept });
    expect(reply.headers.get('content-type')).toBe(contentType);
  });

  it('draws a picture in which a hostile name is only text', async () => {
    const { badge } = await earnBadge('"><script>alert(1)</script>');
    const reply = await quiz.call<string>(null, `GET /credentials/${badge.id}?format=svg`);
    expect(reply.text).toMatch(/^<svg /);
    expect(reply.text).not.toContain('<script>');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('verifies with every check by name', async () => {
    const { badge } = await earnBadge();
    const { body } = await quiz.call<VerificationResponse>(null, `GET /credentials/${badge.id}/verification`);
    expect(body.isValid).toBe(true);
    expect(body.checks.map(({ name, outcome }) => [name, outcome])).toEqual(
      ['shape', 'proof', 'issuer', 'status', 'dates', 'subject'].map((name) => [name, 'pass']),
    );
  });

  it('does not verify once it is revoked, and says which check failed', async () => {
    const { badge, attempt, who } = await earnBadge();
    await quiz.call({ id: randomUUID(), roles: ['admin'] }, `POST /attempts/${attempt.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who.id);
    const { body } = await quiz.call<VerificationResponse>(null, `GET /credentials/${badge.id}/verification`);
    expect(body.isValid).toBe(false);
    expect(body.checks.filter(({ outcome }) => outcome !== 'pass')).toEqual([
      { name: 'status', outcome: 'fail', detail: 'It was revoked. The attempt that earned it was voided.' },
    ]);
  });

  it('does not verify once a stored word was changed', async () => {
    const { badge } = await earnBadge();
    await quiz.dataSource.query(
      `UPDATE credential SET document = jsonb_set(document, '{credentialSubject,achievement,name}', '"Kernel hacking"') WHERE id = $1`,
      [badge.id],
    );
    const { body } = await quiz.call<VerificationResponse>(null, `GET /credentials/${badge.id}/verification`);
    expect(body.isValid).toBe(false);
    expect(body.checks.find(({ name }) => name === 'proof')?.outcome).toBe('fail');
  });
});

describe('the issuer', () => {
  it('publishes its profile and the key of every signature', async () => {
    const { badge } = await earnBadge();
    const { body } = await quiz.call<{ document: { proof: { verificationMethod: string }[] } }>(
      null,
      `GET /credentials/${badge.id}`,
    );
    const method = body.document.proof[0]!.verificationMethod;
    const profile = await quiz.call<{ id: string; verificationMethod: { id: string }[] }>(null, 'GET /issuer');
    expect(profile.body.verificationMethod.map((key) => key.id)).toContain(method);
    const key = await quiz.call<{ id: string; controller: string }>(
      null,
      `GET ${new URL(method).pathname.replace('/api/quiz/v1', '')}`,
    );
    expect(key.body).toMatchObject({ id: method, controller: profile.body.id, type: 'Multikey' });
    expect(key.text).not.toContain('secret');
  });
});
