import { createHash } from 'node:crypto';

import { badgeContexts } from './contexts.js';
import { profileNode, type IssuerProfile } from './issuer.js';
import type { BitstringStatusListEntry } from './status-list/status-list.js';

export interface AchievementInput {
  /** URL of the credential. */
  readonly id: string;
  readonly issuer: IssuerProfile;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** When it was first earned, if this is a later edition. */
  readonly awardedDate?: Date;
  /**
   * Only the salted hash of the address goes into the credential. The id is for the `sub` of a JWT, which the standard requires; one
   * that names the person elsewhere too would join their credentials.
   */
  readonly recipient: { readonly email: string; readonly salt: string; readonly id?: string };
  readonly achievement: {
    /** URL that stays the same for everybody who earns it. */
    readonly id: string;
    readonly kind: 'Badge' | 'Certificate';
    readonly name: string;
    readonly description: string;
    /** What had to be done, in Markdown. */
    readonly criteria: string;
    readonly imageUrl?: string;
  };
  /** Decimals of a hundred, for example `83.5` where `80` were asked. Papers differ in points, an achievement has one scale. */
  readonly result?: { readonly percent: string; readonly percentRequired: string };
  readonly evidence?: { readonly url: string; readonly name: string; readonly description?: string };
  /** Where its status is told: `statusEntries`. */
  readonly status?: readonly BitstringStatusListEntry[];
}

export type AchievementCredential = ReturnType<typeof buildAchievementCredential>;

/**
 * An unsigned Open Badges 3.0 credential (VCDM 2.0) in the words of the standard. Single members of sets are arrays, and what is
 * not given is left out: the standard knows neither null nor empty lists.
 */
export function buildAchievementCredential(input: AchievementInput) {
  const { achievement, recipient, evidence } = input;
  return {
    '@context': [...badgeContexts],
    id: input.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: profileNode(input.issuer),
    validFrom: input.validFrom.toISOString(),
    ...(input.validUntil === undefined ? {} : { validUntil: input.validUntil.toISOString() }),
    ...(input.awardedDate === undefined ? {} : { awardedDate: input.awardedDate.toISOString() }),
    credentialSubject: {
      ...(recipient.id === undefined ? {} : { id: recipient.id }),
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: identityHash(recipient.email, recipient.salt),
          identityType: 'emailAddress',
          salt: recipient.salt,
        },
      ],
      achievement: achievementNode(input),
      ...(input.result === undefined ? {} : { result: [resultNode(input.result, achievement.id)] }),
    },
    ...(evidence === undefined ? {} : { evidence: [evidenceNode(evidence)] }),
    ...(input.status === undefined ? {} : { credentialStatus: [...input.status] }),
  };
}

/** `sha256$` and the hash of value and salt: the owner of the address can prove it, a reader of the badge cannot find it out. */
export function identityHash(value: string, salt: string): string {
  return `sha256$${createHash('sha256').update(`${value}${salt}`, 'utf8').digest('hex')}`;
}

function achievementNode({ achievement, result }: AchievementInput) {
  const { id, kind, name, description, criteria, imageUrl } = achievement;
  return {
    id,
    type: ['Achievement'],
    achievementType: kind,
    name,
    description,
    criteria: { narrative: criteria },
    ...(imageUrl === undefined ? {} : { image: { id: imageUrl, type: 'Image' } }),
    ...(result === undefined
      ? {}
      : {
          resultDescription: [
            {
              id: scoreDescriptionId(id),
              type: ['ResultDescription'],
              name: 'Score',
              resultType: 'Percent',
              valueMin: '0',
              valueMax: '100',
              requiredValue: result.percentRequired,
            },
          ],
        }),
  };
}

function resultNode(result: { readonly percent: string }, achievementId: string) {
  return { type: ['Result'], resultDescription: scoreDescriptionId(achievementId), value: result.percent };
}

function evidenceNode({ url, name, description }: NonNullable<AchievementInput['evidence']>) {
  return { id: url, type: ['Evidence'], name, ...(description === undefined ? {} : { description }) };
}

function scoreDescriptionId(achievementId: string): string {
  return `${achievementId}#score`;
}
