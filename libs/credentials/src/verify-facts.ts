import { z } from 'zod';

import type { Reading } from './foreign/reading.js';
import { issuerIdOf, onlySubject } from './shape.js';

/** What a credential says, for people; true only as far as its checks passed. */
export interface CredentialFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly issuer: { readonly id: string; readonly name: string | null; readonly url: string | null };
  readonly recipient: {
    readonly id: string | null;
    /** `value` is null where only a hash is given. */
    readonly identifiers: readonly { readonly type: string; readonly value: string | null }[];
  };
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly awardedAt: string | null;
  readonly achievement: {
    readonly id: string | null;
    readonly name: string;
    readonly description: string | null;
    readonly criteria: string | null;
    readonly type: string | null;
  };
  /** As `name: value`, in the words of the issuer. */
  readonly results: readonly { readonly name: string; readonly value: string }[];
}

/** As deep as a document goes. */
const depthMax = 16;

/** Signs that are not seen and turn or break what stands around them; lines may end. */
const unseen = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** JSON-LD lets a value stand in lists: what is there is told, however it is wrapped, so that nobody can hide a mark in this way. */
const text = z
  .unknown()
  .optional()
  .transform((given) => {
    const values = listed(given).filter((value) => typeof value === 'string' || typeof value === 'number');
    const texts = new Set(values.map((value) => String(value).replace(unseen, '')));
    texts.delete('');
    return texts.size === 0 ? undefined : [...texts].join(', ');
  });
const loose = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape);

/** Nothing here refuses: what cannot be read is left out. */
const achievementShape = loose({
  id: text,
  name: text,
  description: text,
  achievementType: text,
  criteria: loose({ narrative: text, id: text }).optional().catch(undefined),
  resultDescription: z.preprocess(listed, z.array(loose({ id: text, name: text }))).catch([]),
});
const subjectShape = loose({
  id: text,
  identifier: z
    .preprocess(listed, z.array(loose({ identityType: text, identityHash: text, hashed: z.boolean().catch(true) })))
    .catch([]),
  achievement: achievementShape.optional().catch(undefined),
  result: z.preprocess(listed, z.array(loose({ resultDescription: text, value: text, status: text }))).catch([]),
});
const profileShape = loose({ name: text, url: text });

/** Reads what a person wants to know, from a credential whose form was accepted. */
export function credentialFacts({ credential }: Reading): CredentialFacts {
  const one = onlySubject(credential);
  const subject = subjectShape.parse('value' in one ? one.value : {});
  const { achievement } = subject;
  const profile = profileShape.safeParse(credential.issuer).data;
  const credentialText = loose({ name: text, description: text }).parse(credential);
  const name = achievement?.name ?? credentialText.name ?? 'A credential without a name';
  const labels = new Map(achievement?.resultDescription.map((described) => [described.id, described.name]));
  return {
    id: credential.id,
    name: credentialText.name ?? name,
    description: credentialText.description ?? achievement?.description ?? null,
    issuer: { id: issuerIdOf(credential), name: profile?.name ?? null, url: profile?.url ?? null },
    recipient: {
      id: subject.id ?? null,
      identifiers: subject.identifier.map(({ identityType, identityHash, hashed }) => ({
        type: identityType ?? 'unknown',
        value: hashed ? null : (identityHash ?? null),
      })),
    },
    validFrom: credential.validFrom,
    validUntil: credential.validUntil ?? null,
    awardedAt: credential.awardedDate ?? null,
    achievement: {
      id: achievement?.id ?? null,
      name,
      description: achievement?.description ?? null,
      criteria: achievement?.criteria?.narrative ?? achievement?.criteria?.id ?? null,
      type: achievement?.achievementType ?? null,
    },
    results: subject.result.flatMap(({ resultDescription, value, status }) => {
      const shown = value ?? status;
      return shown === undefined ? [] : [{ name: labels.get(resultDescription) ?? 'Result', value: shown }];
    }),
  };
}

/** What an honest verifier says that it did not look at. */
export function leftOut({ credential }: Reading): string[] {
  const one = onlySubject(credential);
  const subject = subjectShape.safeParse('value' in one ? one.value : {}).data;
  const holders = [credential, credential.issuer, subject, subject?.achievement];
  const isEndorsed = holders.some(
    (holder) => isObject(holder) && ('endorsement' in holder || 'endorsementJwt' in holder),
  );
  return [
    ...(isEndorsed ? ['Endorsements were not checked.'] : []),
    ...('refreshService' in credential ? ['Its issuer may have a newer edition; it was not asked for.'] : []),
  ];
}

function listed(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat(depthMax);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
