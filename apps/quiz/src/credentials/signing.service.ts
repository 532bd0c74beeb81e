import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import {
  buildAchievementCredential,
  signCredential,
  signCredentialJwt,
  type SignedCredential,
  statusEntries,
} from '#libs/credentials';
import type { EntityManager } from 'typeorm';

import { IssuerKeysService } from '../issuer/issuer-keys.service.js';
import { IssuerService } from '../issuer/issuer.service.js';
import type { StatusPlace } from '../status-lists/status-list.js';
import type { Achievement } from './achievement.js';
import { CredentialMetrics } from './credential-metrics.service.js';

/** What a credential says, whatever its edition. */
export interface CredentialContent {
  readonly id: string;
  readonly achievement: Achievement;
  readonly title: string;
  readonly courseTitle: string;
  readonly email: string;
  /** Between 0 and 1. */
  readonly passMark: number;
  /** Of a hundred, as a decimal: what the attempt reached. Null where no single quiz decides, as for a certificate. */
  readonly percent: string | null;
  /** The attempt that earned it. */
  readonly attemptId: string;
  readonly place: StatusPlace;
}

/** The times of one edition. A newer edition of the same credential keeps `awardedDate`, and has a later `validFrom`. */
export interface EditionTimes {
  readonly validFrom: Date;
  /** Null when it does not expire. */
  readonly validUntil: Date | null;
  /** When it was first earned. */
  readonly awardedDate: Date;
}

/** The same credential in both forms in which it can be proved. */
export interface SignedEdition {
  /** With a Data Integrity proof (`eddsa-rdfc-2022`). */
  readonly document: SignedCredential;
  /** Compact JWT (RS256). */
  readonly jwt: string;
}

/** Builds and signs credentials: Open Badges 3.0, the first edition and each later one, always in a consumer or a task. */
@Injectable()
export class SigningService {
  constructor(
    private readonly issuer: IssuerService,
    private readonly keys: IssuerKeysService,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** One edition of a credential, signed with the keys of today. */
  async sign(manager: EntityManager, content: CredentialContent, times: EditionTimes): Promise<SignedEdition> {
    try {
      const keys = await this.keys.signing(manager);
      const unsigned = this.unsigned(content, times);
      // The RSA signature is made in a thread of its own, while this one works on the other.
      const [jwt, document] = await Promise.all([
        signCredentialJwt(unsigned, keys.rsa),
        signCredential(unsigned, keys.ed25519, times.validFrom),
      ]);
      return { document, jwt };
    } catch (error) {
      this.metrics.failed();
      throw error;
    }
  }

  /** Where the credential is served; also its id inside the document. */
  urlOf(credentialId: string): string {
    return `${this.issuer.publicUrl}/api/quiz/v1/credentials/${credentialId}`;
  }

  /** The page for people. */
  pageOf(credentialId: string): string {
    return `${this.issuer.publicUrl}/c/${credentialId}`;
  }

  private unsigned(content: CredentialContent, { validFrom, validUntil, awardedDate }: EditionTimes) {
    const { id, achievement, title, courseTitle, email, percent, place } = content;
    const isBadge = achievement.kind === 'section_badge';
    const course = `${this.issuer.publicUrl}/courses/${achievement.courseId}`;
    const percentRequired = percentOf(content.passMark);
    return buildAchievementCredential({
      id: this.urlOf(id),
      issuer: this.issuer.profile,
      validFrom,
      ...(validUntil === null ? {} : { validUntil }),
      awardedDate,
      // Of this credential alone: an id of the learner would join what they show to different people.
      recipient: { id: `${this.urlOf(id)}#recipient`, email, salt: randomBytes(16).toString('base64url') },
      achievement: {
        id: isBadge ? `${course}/sections/${achievement.sectionId}` : course,
        kind: isBadge ? 'Badge' : 'Certificate',
        name: title,
        description: isBadge
          ? `Passed the section “${title}” of the course “${courseTitle}”.`
          : `Passed every required section of the course “${courseTitle}”.`,
        criteria: isBadge
          ? `Reach at least ${percentRequired} % in the quiz of the section “${title}”.`
          : `Pass the quiz of every required section of the course “${courseTitle}”.`,
        imageUrl: `${this.urlOf(id)}?format=svg`,
      },
      ...(percent === null ? {} : { result: { percent, percentRequired } }),
      evidence: this.evidence(content),
      status: statusEntries({
        listUrl: (purpose) => this.issuer.statusListUrl(place.list, purpose),
        index: place.index,
      }),
    });
  }

  /** The public page, at the attempt: nothing there is about the person beyond what the holder shows. */
  private evidence({ id, achievement, attemptId }: CredentialContent) {
    const name = achievement.kind === 'section_badge' ? 'Graded quiz' : 'Passed sections';
    return { url: `${this.pageOf(id)}#attempt-${attemptId}`, name, description: `Attempt ${attemptId}.` };
  }
}

function percentOf(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}
