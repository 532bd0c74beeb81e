import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';

import { People } from './support/people.js';
import { Stack } from './support/stack.js';

const quiz = '/api/quiz/v1';

let stack: Stack;
let people: People;
let credentialId: string;
let jwt: string;

interface Verdict {
  readonly isValid: boolean;
  readonly checks: readonly { readonly name: string; readonly outcome: string }[];
}
interface KeySet {
  readonly keys: readonly { readonly kid: string; readonly iss: string; readonly use: string }[];
}

beforeAll(async () => {
  stack = await Stack.startAnew();
  people = await People.invite(stack.url);
  credentialId = await earn();
  jwt = (await people.send('anonymous', `GET ${quiz}/credentials/${credentialId}?format=jwt`)).text;
}, 240_000);
afterAll(() => stack.stop());

async function earn(): Promise<string> {
  const { course } = await people.request<{ course: { id: string; sections: { id: string }[] } }>(
    'author',
    'POST /api/content/v1/courses:import',
    { markdown: '# Knots\n\n## Hitches\n\n- [Clove hitch](https://example.org/clove)\n' },
  );
  const sectionId = course.sections[0]?.id;
  await people.request('author', `POST /api/content/v1/sections/${sectionId}/questions:import`, {
    format: 'markdown',
    text: '## A clove hitch is a loop knot.\n\n- [ ] True\n- [x] False\n',
  });
  const path = `/api/content/v1/courses/${course.id}`;
  const { version } = await people.request<{ version: number }>('author', `GET ${path}`);
  await people.request('author', `POST ${path}:publish`, undefined, { 'if-match': `"${version}"` });
  await eventually(
    async () => expect((await people.send('learner', `GET ${quiz}/courses/${course.id}`)).status).toBe(200),
    { withinMs: 60_000 },
  );
  const attempt = await people.request<{ id: string; questions: { id: string }[] }>(
    'learner',
    `POST ${quiz}/sections/${sectionId}/attempts`,
  );
  const answers = attempt.questions.map(({ id }) => ({ questionId: id, sequence: 1, answer: { value: false } }));
  await people.request('learner', `POST ${quiz}/attempts/${attempt.id}:submit`, { answers });
  let id = '';
  await eventually(
    async () => {
      const { items } = await people.request<{ items: { id: string }[] }>('learner', `GET ${quiz}/me/credentials`);
      id = items[0]?.id ?? '';
      expect(id).not.toBe('');
    },
    { withinMs: 60_000 },
  );
  return id;
}

const verify = (text: string) => people.request<Verdict>('anonymous', `POST ${quiz}/verifications`, { text });

describe('keys have one purpose', () => {
  it('the keys of badges are published and name their issuer; the key of sign-ins is not among them', async () => {
    const { keys } = await people.request<KeySet>('anonymous', 'GET /.well-known/jwks.json');
    const { id } = await people.request<{ id: string }>('anonymous', `GET ${quiz}/issuer`);
    expect(keys.map(({ use, iss }) => [use, iss])).toEqual(keys.map(() => ['sig', id]));
    const names = keys.flatMap(({ kid }) => [kid, kid.split('/').at(-1)]);
    expect(names).toContain(headerOf(jwt)['kid']);
    expect(names).not.toContain(headerOf(people.tokenOf('learner'))['kid']);
  });

  it.each([
    ['as it is', () => jwt],
    ['that calls itself a sign-in', () => renamed(jwt, { typ: 'at+jwt' })],
    ['that names the key of sign-ins', () => renamed(jwt, { kid: headerOf(people.tokenOf('learner'))['kid'] })],
  ])('a badge %s opens no door', async (_, make) => {
    const response = await fetch(`${stack.url}${quiz}/me/credentials`, {
      headers: { authorization: `Bearer ${make()}` },
    });
    expect(response.status).toBe(401);
  });

  it('a sign-in is no badge, and its signature under a badge proves nothing', async () => {
    const token = people.tokenOf('learner');
    expect((await verify(jwt)).isValid).toBe(true);
    expect((await verify(token)).isValid).toBe(false);
    const [header, payload] = jwt.split('.');
    const swapped = await verify([header, payload, token.split('.')[2]].join('.'));
    expect(swapped.checks.find(({ name }) => name === 'proof')?.outcome).toBe('fail');
  });

  it('the lists that a badge names are of its issuer', async () => {
    const badge = await people.request<{
      issuer: { id: string };
      credentialStatus: { statusListCredential: string }[];
    }>('anonymous', `GET ${quiz}/credentials/${credentialId}?format=json-ld`);
    for (const { statusListCredential: url } of badge.credentialStatus) {
      const list = await people.request<{ id: string; issuer: string | { id: string } }>(
        'anonymous',
        `GET ${new URL(url).pathname}`,
      );
      expect(list.id).toBe(url);
      expect(typeof list.issuer === 'string' ? list.issuer : list.issuer.id).toBe(badge.issuer.id);
    }
  });
});

describe('who guesses the address of a badge', () => {
  const doors = (id: string) => [
    `${quiz}/credentials/${id}`,
    ...['svg', 'png', 'pdf', 'jwt', 'json-ld'].map((format) => `${quiz}/credentials/${id}?format=${format}`),
    `${quiz}/credentials/${id}/social.png`,
    `${quiz}/credentials/${id}/verification`,
    `/c/${id}`,
  ];

  it('finds a random name, that says nothing about others', () => {
    expect(credentialId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is told the same for every name that nobody has', async () => {
    const answers = new Map<string, Set<string>>();
    for (let guess = 0; guess < 20; guess += 1) {
      for (const [at, door] of doors(randomUUID()).entries()) {
        const response = await fetch(stack.url + door);
        const text = (await response.text()).replace(/"traceId":"\w+"/, '');
        const kept = answers.get(String(at)) ?? new Set();
        answers.set(String(at), kept.add(`${response.status} ${response.headers.get('content-type')} ${text}`));
      }
    }
    for (const [, kept] of answers) {
      expect(kept.size).toBe(1);
      expect([...kept][0]).toMatch(/^404 /);
    }
  });

  it('finds no list of them without signing in', async () => {
    for (const list of ['credentials', 'me/credentials', 'issuer/keys'])
      expect((await people.send('anonymous', `GET ${quiz}/${list}`)).status).toBe(401);
  });

  it('who has the address sees no mail address, in no form, and search engines keep none of it', async () => {
    for (const door of doors(credentialId)) {
      const response = await fetch(stack.url + door);
      expect([door, response.status, response.headers.get('x-robots-tag')]).toEqual([door, 200, 'noindex']);
      expect(await response.text()).not.toContain('journey.example');
    }
  });
});

function headerOf(token: string): Record<string, unknown> {
  const header: Record<string, unknown> = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  return header;
}

/** The same token under another header. */
function renamed(token: string, change: object): string {
  const header = Buffer.from(JSON.stringify({ ...headerOf(token), ...change })).toString('base64url');
  return [header, ...token.split('.').slice(1)].join('.');
}
