/** What can be earned. The id stays, whatever the titles become. */
export type Achievement =
  | { readonly kind: 'section_badge'; readonly id: string; readonly courseId: string; readonly sectionId: string }
  | { readonly kind: 'course_certificate'; readonly id: string; readonly courseId: string; readonly sectionId: null };

export function sectionBadge(courseId: string, sectionId: string): Achievement {
  return { kind: 'section_badge', id: `section:${sectionId}`, courseId, sectionId };
}

export function courseCertificate(courseId: string): Achievement {
  return { kind: 'course_certificate', id: `course:${courseId}`, courseId, sectionId: null };
}

/** What decides which achievements a learner has, as committed now. */
export interface Standing {
  readonly passed: readonly string[];
  /** The required sections of the live publication. */
  readonly required: readonly string[];
}

/** What should be true now of the achievements that one section decides. */
export type Verdict = 'earned' | 'lost' | 'unchanged';

export function verdictOnBadge({ passed }: Standing, sectionId: string): Verdict {
  return passed.includes(sectionId) ? 'earned' : 'lost';
}

/**
 * A certificate is lost only when a section that it needs is lost: a course that grows does not take back what was
 * finished before.
 */
export function verdictOnCertificate({ passed, required }: Standing, sectionId: string): Verdict {
  if (required.length > 0 && required.every((section) => passed.includes(section))) return 'earned';
  return required.includes(sectionId) && !passed.includes(sectionId) ? 'lost' : 'unchanged';
}

/** What made somebody look at the achievements of a learner, and what it means for a credential that is not earned any more. */
export type Occasion =
  | { readonly cause: 'graded'; readonly causeId: string }
  | { readonly cause: 'voided'; readonly causeId: string }
  | {
      readonly cause: 'regraded' | 'marked';
      readonly causeId: string;
      readonly onLoss: 'suspend' | 'keep';
      /** Of whoever changed the grade, for the learner. */
      readonly reason: string;
    };

export function occasionOfRegrade(event: {
  readonly attemptId: string;
  readonly regradeId: string | null;
  readonly cause: 'regrade' | 'mark';
  readonly credentials: 'suspend' | 'keep';
  readonly reason: string;
}): Occasion {
  const { attemptId, regradeId, cause, credentials: onLoss, reason } = event;
  return { cause: cause === 'mark' ? 'marked' : 'regraded', causeId: regradeId ?? attemptId, onLoss, reason };
}

/** What happens to a credential; `keep` leaves it with its holder although it is not earned any more. */
export type CredentialEffect = 'none' | 'issue' | 'reinstate' | 'suspend' | 'keep' | 'revoke';

/**
 * A badge that a mistake of ours takes away is suspended, not revoked: the same badge comes back when it is earned again.
 * Voiding means that the attempt should never have counted, and revokes.
 */
export function effectOf(
  verdict: Verdict,
  live: 'active' | 'suspended' | null,
  occasion: Pick<Occasion, 'cause'> & { readonly onLoss?: 'suspend' | 'keep' },
): CredentialEffect {
  if (verdict === 'unchanged') return 'none';
  if (verdict === 'earned') return live === null ? 'issue' : live === 'suspended' ? 'reinstate' : 'none';
  if (live === null) return 'none';
  if (occasion.cause === 'voided') return 'revoke';
  return live === 'active' ? (occasion.onLoss ?? 'none') : 'none';
}

/** Why, in words for the holder and for whoever verifies. */
export function reasonFor(occasion: Occasion, effect: CredentialEffect, sectionTitle: string): string {
  switch (occasion.cause) {
    case 'graded':
      return effect === 'issue' ? 'It was earned.' : `“${sectionTitle}” was passed again.`;
    case 'voided':
      return 'The attempt that earned it was voided.';
    case 'regraded':
      return `A question of “${sectionTitle}” was regraded: ${occasion.reason}`;
    case 'marked':
      return `An answer in “${sectionTitle}” was marked anew: ${occasion.reason}`;
    default:
      return unreachable(occasion);
  }
}

function unreachable(occasion: never): never {
  throw new TypeError(`Unknown occasion: ${JSON.stringify(occasion)}`);
}
