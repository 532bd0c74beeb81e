import { verifyCredential } from '#libs/credentials';

import { Client, type Urls } from './client.js';
import type { SignedIn } from './people.js';
import type { CredentialItem } from './shapes.js';

/** Downloads every learner's credentials and the issuer's public keys, then verifies them without asking anybody. */
export async function verifyBadges(
  urls: Urls,
  learners: readonly SignedIn[],
): Promise<{ rows: [string, number, number][]; failures: string[] }> {
  const counts = new Map<string, { issued: number; verified: number }>();
  const failures: string[] = [];
  const keys = new Map<string, unknown>();
  const visitor = new Client(urls);
  for (const { learner, client } of learners) {
    for (const item of await client.all<CredentialItem>('quiz', '/me/credentials')) {
      const count = counts.get(item.title) ?? { issued: 0, verified: 0 };
      counts.set(item.title, count);
      count.issued += 1;
      const document: { proof?: { verificationMethod?: string } } = JSON.parse(
        await visitor.text('quiz', `/credentials/${item.id}?format=json-ld`, 'application/vc+ld+json'),
      );
      const keyUrl = document.proof?.verificationMethod ?? '';
      if (!keys.has(keyUrl)) keys.set(keyUrl, await visitor.call('quiz', `/issuer/keys/${keyUrl.split('/').at(-1)}`));
      const verdict = await verifyCredential(document, {
        resolveKey: async (url: string) => keys.get(url) ?? null,
        now: new Date(),
      } as never);
      if (verdict.isValid) count.verified += 1;
      else
        failures.push(
          `credential ${item.id} of ${learner.displayName} does not verify: ${verdict.checks
            .filter((check) => check.outcome === 'fail')
            .map((check) => `${check.name}: ${check.detail}`)
            .join('; ')}`,
        );
    }
  }
  return { rows: [...counts].map(([title, { issued, verified }]) => [title, issued, verified]), failures };
}
