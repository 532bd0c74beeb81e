import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { buildAchievementCredential, signCredential, type SignedCredential } from '#libs/credentials';

import type { Achievement } from './achievement.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { IssuerService } from './issuer.service.js';

export interface CredentialContent {
  readonly id: string;
  readonly achievement: Achievement;
  readonly title: string;
  readonly courseTitle: string;
  readonly email: string;
  readonly passMark: number;
}

/** Builds and signs credentials: Open Badges 3.0 with a Data Integrity proof. */
@Injectable()
export class SigningService {
  constructor(
    private readonly issuer: IssuerService,
    private readonly metrics: CredentialMetrics,
  ) {}

  async sign(content: CredentialContent, now: Date): Promise<SignedCredential> {
    try {
      return await signCredential(this.unsigned(content, now), await this.issuer.signingKey(), now);
    } catch (error) {
      this.metrics.failed();
      throw error;
    }
  }

  /** Where the credential is served; also its id inside the document. */
  urlOf(credentialId: string): string {
    return `${this.issuer.publicUrl}/api/quiz/v1/credentials/${credentialId}`;
  }

  private unsigned({ id, achievement, title, courseTitle, email, passMark }: CredentialContent, now: Date) {
    const isBadge = achievement.kind === 'section_badge';
    const course = `${this.issuer.publicUrl}/courses/${achievement.courseId}`;
    return buildAchievementCredential({
      id: this.urlOf(id),
      issuer: this.issuer.profile,
      validFrom: now,
      recipient: { email, salt: randomBytes(16).toString('base64url') },
      achievement: {
        id: isBadge ? `${course}/sections/${achievement.sectionId}` : course,
        kind: isBadge ? 'Badge' : 'Certificate',
        name: title,
        description: isBadge
          ? `Passed the section “${title}” of the course “${courseTitle}”.`
          : `Passed every required section of the course “${courseTitle}”.`,
        criteria: isBadge
          ? `Reach at least ${Number((passMark * 100).toFixed(2))} % in the quiz of the section “${title}”.`
          : `Pass the quiz of every required section of the course “${courseTitle}”.`,
        imageUrl: `${this.urlOf(id)}?format=svg`,
      },
    });
  }
}
