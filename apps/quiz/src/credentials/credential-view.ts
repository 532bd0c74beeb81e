import type { BadgeInput } from '#libs/credentials';
import { z } from 'zod';

export interface CredentialRow {
  id: string;
  kind: 'section_badge' | 'course_certificate';
  title: string;
  courseId: string;
  sectionId: string | null;
  courseTitle: string;
  /** Null or empty once the account is erased. */
  learnerName: string | null;
  showsName: boolean;
  issuedAt: Date;
  expiresAt: Date | null;
  status: 'active' | 'suspended' | 'revoked';
  statusReason: string | null;
  /** When it came to this status; null where nobody wrote that down. */
  statusSince: Date | null;
}

/** Both are null or empty once the account is erased; the JWT also on what was issued before there were any. */
export interface SignedRow extends CredentialRow {
  document: Record<string, unknown> | null;
  jwt: string | null;
}

/** What the signed document says about the achievement, where there is a document. */
const signed = z.object({
  credentialSubject: z.object({
    achievement: z.object({
      description: z.string(),
      criteria: z.object({ narrative: z.string().optional() }).optional(),
    }),
  }),
});

export interface AchievementWords {
  readonly description: string | null;
  readonly criteria: string | null;
}

export function achievementWords(document: unknown): AchievementWords {
  const { success, data } = signed.safeParse(document);
  if (!success) return { description: null, criteria: null };
  const { description, criteria } = data.credentialSubject.achievement;
  return { description, criteria: criteria?.narrative ?? null };
}

/** The name that others may see: the holder's choice, and nothing where the name is gone with the account. */
export function publicName({ showsName, learnerName }: CredentialRow): string | null {
  return showsName ? nameOf({ learnerName }) : null;
}

/** The name on the credential; null once it was erased. */
export function nameOf({ learnerName }: Pick<CredentialRow, 'learnerName'>): string | null {
  return learnerName === null || learnerName === '' ? null : learnerName;
}

export function hasExpired({ expiresAt }: Pick<CredentialRow, 'expiresAt'>, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** What is said across pictures and certificates of a credential that does not hold; null where it does. */
export function withdrawal(row: CredentialRow, now: Date): { word: string; since: Date | null; reason: string } | null {
  const { status, statusReason, statusSince, expiresAt } = row;
  if (status === 'revoked') return { word: 'Revoked', since: statusSince, reason: statusReason ?? '' };
  if (status === 'suspended') return { word: 'Suspended', since: statusSince, reason: statusReason ?? '' };
  return hasExpired(row, now) ? { word: 'Expired', since: expiresAt, reason: '' } : null;
}

/** What the badge of a credential is drawn from. */
export function badgeOf({ kind, sectionId, courseId, title, courseTitle }: CredentialRow): BadgeInput {
  return { kind: kind === 'section_badge' ? 'badge' : 'certificate', id: sectionId ?? courseId, title, courseTitle };
}

/**
 * The address that offers to add a credential to a LinkedIn profile, filled in. Parameters: LinkedIn's "Add to profile" button,
 * https://addtoprofile.linkedin.com.
 */
export function linkedInUrl(
  { id, title, courseTitle, kind, issuedAt, expiresAt }: CredentialRow,
  { issuerName, pageUrl }: { issuerName: string; pageUrl: string },
): string {
  const url = new URL('https://www.linkedin.com/profile/add');
  const fields = {
    startTask: 'CERTIFICATION_NAME',
    name: kind === 'section_badge' ? `${title} (${courseTitle})` : title,
    organizationName: issuerName,
    issueYear: String(issuedAt.getUTCFullYear()),
    issueMonth: String(issuedAt.getUTCMonth() + 1),
    ...(expiresAt === null
      ? {}
      : { expirationYear: String(expiresAt.getUTCFullYear()), expirationMonth: String(expiresAt.getUTCMonth() + 1) }),
    certUrl: pageUrl,
    certId: id,
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
