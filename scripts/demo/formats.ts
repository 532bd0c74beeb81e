import { readCredentialFile, type Resolver, verifyCredential } from '#libs/credentials';

import { Client, type Urls } from './client.js';
import type { OpenCohort } from './cohort.js';
import type { SignedIn } from './people.js';
import type { CredentialItem } from './shapes.js';
import { heading, table } from './tables.js';

/** Every form in which a badge travels, and how it is asked for. */
const formats = [
  ['JSON-LD', 'json-ld', 'application/vc+ld+json'],
  ['VC-JWT', 'jwt', 'application/jwt'],
  ['baked SVG', 'svg', 'image/svg+xml'],
  ['baked PNG', 'png', 'image/png'],
] as const;

interface Check {
  readonly name: string;
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly detail: string;
}

interface Verdict {
  readonly isValid: boolean;
  readonly checks: readonly Check[];
}

/** One learner of a cohort with one of their badges. */
interface Holding {
  readonly cohort: OpenCohort;
  readonly holder: SignedIn;
  readonly badge: CredentialItem;
}

/**
 * Verifies one badge in every form, here from the bytes and by the public endpoint; then its instructor revokes it, and the same
 * bytes do not verify any more. @returns what was wrong.
 */
export async function showRevocation(
  urls: Urls,
  cohorts: readonly OpenCohort[],
  people: readonly SignedIn[],
): Promise<string[]> {
  heading('One badge in every form, before and after its revocation');
  const holding = await someBadge(cohorts, people);
  if (holding === null) return ['nobody holds a badge that could be shown'];
  const { cohort, holder, badge } = holding;
  const visitor = new Client(urls);
  const failures = await certificateOf(visitor, badge);
  const before = await verdicts(visitor, badge);
  await cohort.instructor.call('quiz', `/credentials/${badge.id}:revoke`, { body: { reason: 'Shown by the demo.' } });
  const after = await verdicts(visitor, badge);
  console.log(`“${badge.title}” of ${holder.learner.displayName}`);
  console.log(
    table(
      ['form', 'bytes', 'before', 'after', 'what fails'],
      before.map(({ form, bytes, here }, at) => [
        form,
        bytes,
        word(here),
        word(after[at]!.here),
        failed(after[at]!.here),
      ]), // the same forms
    ),
  );
  for (const { form, here, there } of before) {
    if (!here.isValid || !there.isValid) failures.push(`${form} does not verify: ${failed(here)} ${failed(there)}`);
  }
  for (const { form, here, there } of after) {
    for (const verdict of [here, there]) {
      const isStatusAlone = failed(verdict).startsWith('status:') && !failed(verdict).includes('; ');
      if (verdict.isValid || !isStatusAlone)
        failures.push(`${form} says of a revoked badge: ${word(verdict)} ${failed(verdict)}`);
    }
  }
  return failures;
}

async function someBadge(cohorts: readonly OpenCohort[], people: readonly SignedIn[]): Promise<Holding | null> {
  for (const holder of people) {
    const cohort = cohorts[holder.learner.cohort];
    const held = await holder.client.all<CredentialItem & { status: string }>('quiz', '/me/credentials');
    const badge = held.find(({ kind, status }) => kind === 'section_badge' && status === 'active');
    if (cohort !== undefined && badge !== undefined) return { cohort, holder, badge };
  }
  return null;
}

/** The certificate to print: whether its words are right is a test's business, here it has to be there. */
async function certificateOf(visitor: Client, badge: CredentialItem): Promise<string[]> {
  const pages = await Promise.all(
    ['a4', 'letter'].map((size) => visitor.bytes('quiz', `/credentials/${badge.id}?format=pdf&size=${size}`)),
  );
  return pages.every((bytes) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-')
    ? []
    : ['the certificate is no PDF'];
}

async function verdicts(visitor: Client, { id }: CredentialItem) {
  const found = [];
  for (const [form, format, accept] of formats) {
    const bytes = await visitor.bytes('quiz', `/credentials/${id}?format=${format}`, accept);
    const { credential } = readCredentialFile(bytes);
    const here: Verdict = await verifyCredential(credential, { resolve: resolverOver(visitor), now: new Date() });
    const there = await visitor.call<Verdict>('quiz', '/verifications:file', { body: bytes });
    found.push({ form, bytes: bytes.length, here, there });
  }
  return found;
}

/** Reads what a badge names at the platform itself, as a stranger would: keys, profile, status lists. */
function resolverOver(visitor: Client): Resolver {
  return async (url) => {
    const path = /\/api\/quiz\/v1(\/.*)$/.exec(url)?.[1];
    const text =
      path === undefined ? await visitor.wellKnown(new URL(url).pathname) : await visitor.text('quiz', path, '*/*');
    return { found: true, json: text.startsWith('{') ? JSON.parse(text) : text };
  };
}

function word({ isValid }: Verdict): string {
  return isValid ? 'valid' : 'not valid';
}

function failed({ checks }: Verdict): string {
  return checks
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join('; ');
}
