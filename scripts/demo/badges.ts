import { parseDocument, type Resolver, resolverOf, verifyCredential } from '#libs/credentials';

import { Client, type Urls } from './client.js';
import type { SignedIn } from './people.js';
import type { CredentialItem } from './shapes.js';

export interface BadgeCount {
  readonly title: string;
  issued: number;
  verified: number;
}

/** Downloads every learner's credentials and the issuer's public keys, then verifies them without asking anybody. */
export async function verifyBadges(
  urls: Urls,
  people: readonly SignedIn[],
): Promise<{ counts: BadgeCount[]; failures: string[] }> {
  const counts = new Map<string, BadgeCount>();
  const failures: string[] = [];
  const visitor = new Client(urls);
  const documents: { item: CredentialItem; text: string }[] = [];
  for (const { client } of people) {
    for (const item of await client.all<CredentialItem>('quiz', '/me/credentials')) {
      documents.push({
        item,
        text: await visitor.text('quiz', `/credentials/${item.id}?format=json-ld`, 'application/vc+ld+json'),
      });
    }
  }
  const resolve = await downloadKeys(
    visitor,
    documents.map(({ text }) => text),
  );
  for (const { item, text } of documents) {
    const count = counts.get(item.title) ?? { title: item.title, issued: 0, verified: 0 };
    counts.set(item.title, count);
    count.issued += 1;
    const failed = await failedChecks(text, resolve);
    if (failed.length === 0) count.verified += 1;
    else failures.push(`credential ${item.id} does not verify: ${failed.join('; ')}`);
  }
  return { counts: [...counts.values()], failures };
}

/** Offline nobody can say whether a credential was withdrawn: an unknown status is told apart from a failed check. */
async function failedChecks(text: string, resolve: Resolver): Promise<string[]> {
  const { checks } = await verifyCredential(parseDocument(text), { resolve, now: new Date() });
  return checks
    .filter(({ name, outcome }) => outcome === 'fail' || (outcome === 'unknown' && name !== 'status'))
    .map(({ name, detail }) => `${name}: ${detail}`);
}

/** Every key that the documents name, by its URL; after this nothing is asked over the network. */
async function downloadKeys(visitor: Client, documents: readonly string[]): Promise<Resolver> {
  const urls = new Set(
    documents.flatMap((text) => [...text.matchAll(/"verificationMethod":\s*"([^"]+)"/g)].map(([, url]) => url ?? '')),
  );
  const keys = new Map<string, object>();
  for (const url of urls) keys.set(url, await visitor.call<object>('quiz', `/issuer/keys/${url.split('/').at(-1)}`));
  return resolverOf((url) => keys.get(url));
}
