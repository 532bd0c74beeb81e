import { author, instructors, type Learner } from './cast.js';
import { Client, Refused, type Urls } from './client.js';
import type { DemoOptions } from './options.js';
import { heading } from './tables.js';

export interface SignedIn {
  readonly learner: Learner;
  readonly client: Client;
}

/** Hashing passwords is the dearest thing there is: a few at a time go through without being told to come back. */
const atOnceMax = 4;

/** Registers everybody, gives the staff their roles, and signs the learners in. */
export async function invitePeople(
  urls: Urls,
  { admin: { email, password } }: DemoOptions,
  learners: readonly Learner[],
): Promise<SignedIn[]> {
  heading('People');
  const admin = new Client(urls);
  await admin.signIn(email, password);
  const staff = [
    { ...author, roles: ['learner', 'author'] },
    ...instructors.map((person) => ({ ...person, roles: ['learner', 'instructor'] })),
  ];
  await inTurns([...staff, ...learners.map((learner) => ({ ...learner, roles: ['learner'] }))], (person) =>
    register(urls, admin, person),
  );
  const signedIn = await inTurns(learners, async (learner) => {
    const client = new Client(urls);
    await client.signIn(learner.email, learner.password);
    return { learner, client };
  });
  console.log(`${learners.length} learners, ${instructors.length} instructors, 1 author, 1 administrator`);
  return signedIn;
}

interface Person {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly string[];
}

async function register(urls: Urls, admin: Client, { email, displayName, password, roles }: Person): Promise<void> {
  const id = await new Client(urls)
    .call<{ id: string }>('auth', '/accounts', { body: { email, displayName, password } })
    .then(
      (account) => account.id,
      (error: unknown) => {
        // A platform that has seen the demo before knows its people.
        if (error instanceof Refused && error.code === 'email_taken') return null;
        throw error;
      },
    );
  if (id !== null && roles.length > 1)
    await admin.call('auth', `/accounts/${id}/roles`, { method: 'PUT', body: { roles } });
}

/** As Promise.all over a map, with few at a time. */
async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!); // within bounds
  };
  await Promise.all(Array.from({ length: atOnceMax }, worker));
  return results;
}
