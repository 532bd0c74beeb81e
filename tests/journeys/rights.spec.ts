import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Access, AccessTable } from '#libs/platform';

import { access as authAccess } from '../../apps/auth/src/access.js';
import { access as contentAccess } from '../../apps/content/src/access.js';
import { access as quizAccess } from '../../apps/quiz/src/access.js';
import { People } from './support/people.js';
import { Stack } from './support/stack.js';

const tables: Record<string, AccessTable> = { auth: authAccess, content: contentAccess, quiz: quizAccess };
const actors = ['anonymous', 'learner', 'author', 'instructor', 'admin'] as const;
type Actor = (typeof actors)[number];

interface Operation {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly action: string;
}

/** Ending the sessions of the very person who asks would sign out the sweep itself. */
const endsOwnSession = new Set(['session.end-all-own', 'account.change-own']);

let stack: Stack;
let people: People;
let operations: Operation[];

beforeAll(async () => {
  stack = await Stack.start();
  people = await People.invite(stack.url);
  operations = (await Promise.all(Object.keys(tables).map((service) => operationsOf(stack.url, service)))).flat();
}, 180_000);
afterAll(() => stack.stop());

/** What the access table says about an actor at the door, before anybody asks whose thing it is. */
function expected(access: Access, actor: Actor): 'open' | 'unauthenticated' | 'forbidden' {
  if ('public' in access) return 'open';
  if (actor === 'anonymous') return 'unauthenticated';
  const roles = actor === 'learner' ? ['learner'] : ['learner', actor];
  return access.roles.some((role) => roles.includes(role)) ? 'open' : 'forbidden';
}

function seen(status: number, code: string): string {
  if (status === 401 && code.startsWith('token_')) return 'unauthenticated';
  if (status === 403 && code === 'not_allowed') return 'forbidden';
  return status >= 500 ? `fault ${status}` : 'open';
}

describe('every route of every service', () => {
  it('is found, and names a row of its access table', () => {
    expect(operations.length).toBeGreaterThan(50);
    for (const operation of operations)
      expect(Object.keys(tables[operation.service] ?? {})).toContain(operation.action);
  });

  it.each(actors)(
    'opens to %s exactly where the table says so',
    async (actor) => {
      const wrong: string[] = [];
      for (const operation of operations.filter(({ action }) => !endsOwnSession.has(action))) {
        const access = tables[operation.service]?.[operation.action];
        const answer = await people.send(actor, `${operation.method} ${operation.path}`, { nonsense: true });
        const outcome = seen(answer.status, answer.code);
        if (!access || outcome !== expected(access, actor))
          wrong.push(`${operation.method} ${operation.path}: ${outcome} (${answer.status} ${answer.code})`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

describe('hostile requests to every route', () => {
  it.each<[string, RequestInit]>([
    ['malformed JSON', { body: '{"a":', headers: { 'content-type': 'application/json' } }],
    ['200,000 nested brackets', { body: '['.repeat(200_000), headers: { 'content-type': 'application/json' } }],
    [
      'a prototype in the body',
      { body: '{"__proto__":{"admin":true}}', headers: { 'content-type': 'application/json' } },
    ],
    ['a form', { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['10 MB', { body: JSON.stringify({ a: 'x'.repeat(10_000_000) }), headers: { 'content-type': 'application/json' } }],
    ['an array where an object is due', { body: '[1,2,3]', headers: { 'content-type': 'application/json' } }],
  ])(
    'get a problem with a code for %s',
    async (_what, init) => {
      const wrong: string[] = [];
      for (const { method, path } of operations.filter(({ method }) => method !== 'GET')) {
        const response = await fetch(stack.url + path, {
          method,
          ...init,
          headers: { ...init.headers, authorization: `Bearer ${people.tokenOf('admin')}` },
        }).catch(() => null);
        // A server that hangs up on ten megabytes it does not want is within its rights.
        if (response === null) continue;
        const text = await response.text();
        const isProblem = response.status < 500 && (response.ok || /"code":"\w+"/.test(text));
        if (!isProblem) wrong.push(`${method} ${path}: ${response.status} ${text.slice(0, 100)}`);
      }
      expect(wrong).toEqual([]);
      expect((await fetch(`${stack.url}/health/ready`)).status).toBe(200);
    },
    120_000,
  );
});

async function operationsOf(url: string, service: string): Promise<Operation[]> {
  const document: { paths: Record<string, Record<string, { 'x-access'?: string }>> } = JSON.parse(
    await fetch(`${url}/api/${service}/openapi.json`).then((response) => response.text()),
  );
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      service,
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
      action: operation['x-access'] ?? 'undeclared',
    })),
  );
}
