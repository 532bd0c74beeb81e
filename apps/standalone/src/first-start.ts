import { setTimeout as delay } from 'node:timers/promises';

import { type DemoAccount, demoAccounts } from './demo-accounts.js';
import { loadCourse } from './shipped-course.js';

const cohortName = 'First cohort';
/** Facts travel between services by events; this long is far more than they need. */
const settleWithinMs = 15_000;

/** What a newcomer finds: the shipped course, one account per role, and a cohort that the demo learner belongs to. */
export async function fillFirstStart(baseUrl: string, courseFolder: string): Promise<void> {
  const [admin, author, instructor, learner] = demoAccounts;
  const asAdmin = await signIn(baseUrl, admin);
  for (const account of [author, instructor, learner]) await ensureAccount(baseUrl, asAdmin, account);
  const { courseId } = await loadCourse({ baseUrl, accessToken: await signIn(baseUrl, author), folder: courseFolder });
  const asInstructor = await signIn(baseUrl, instructor);
  await eventually(() => succeeds(baseUrl, `/api/quiz/v1/courses/${courseId}`));
  const cohortId = await ensureCohort(baseUrl, asInstructor, courseId);
  await eventually(async () => {
    const enrolled = await call<{ items: { outcome: string }[] }>(
      baseUrl,
      `/api/quiz/v1/cohorts/${cohortId}/enrolments`,
      { token: asInstructor, body: { emails: [learner.email], invite: false } },
    );
    return enrolled.items.every((item) => item.outcome !== 'unknown_address');
  });
}

async function ensureAccount(
  baseUrl: string,
  asAdmin: string,
  { email, displayName, password, roles }: DemoAccount,
): Promise<void> {
  const response = await send(baseUrl, '/api/auth/v1/accounts', { body: { email, displayName, password } });
  const isNew = response.status !== 409;
  const account = isNew ? await read<KnownAccount>(response) : await findAccount(baseUrl, asAdmin, email);
  if (account === undefined) return;
  const path = `/api/auth/v1/accounts/${account.id}`;
  if (isNew && roles.length > 1)
    await call(baseUrl, `${path}/roles`, { token: asAdmin, method: 'PUT', body: { roles } });
  // Nobody reads the mail of these addresses: their world has no mail.
  if (!account.isEmailVerified) await call(baseUrl, `${path}/email-verification`, { token: asAdmin, method: 'PUT' });
}

interface KnownAccount {
  readonly id: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
}

async function findAccount(baseUrl: string, token: string, email: string): Promise<KnownAccount | undefined> {
  const path = `/api/auth/v1/accounts?search=${encodeURIComponent(email)}`;
  const found = await call<{ items: KnownAccount[] }>(baseUrl, path, { token });
  return found.items.find((account) => account.email === email);
}

async function ensureCohort(baseUrl: string, token: string, courseId: string): Promise<string> {
  const mine = await call<{ items: { id: string; name: string }[] }>(baseUrl, '/api/quiz/v1/cohorts', { token });
  const known = mine.items.find((cohort) => cohort.name === cohortName);
  return (
    known?.id ??
    (await call<{ id: string }>(baseUrl, '/api/quiz/v1/cohorts', { token, body: { name: cohortName, courseId } })).id
  );
}

async function signIn(baseUrl: string, { email, password }: DemoAccount): Promise<string> {
  return (await call<{ accessToken: string }>(baseUrl, '/api/auth/v1/sessions', { body: { email, password } }))
    .accessToken;
}

interface Request {
  readonly token?: string;
  readonly method?: string;
  readonly body?: unknown;
}

function send(baseUrl: string, path: string, { token, method, body }: Request): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
}

async function call<Answer>(baseUrl: string, path: string, request: Request = {}): Promise<Answer> {
  return read<Answer>(await send(baseUrl, path, request));
}

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

async function succeeds(baseUrl: string, path: string): Promise<boolean> {
  return (await send(baseUrl, path, {})).ok;
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + settleWithinMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('the services did not hear of each other in time');
    await delay(100);
  }
}
