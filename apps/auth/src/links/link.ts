/** What a link that is mailed is good for. */
export type LinkPurpose = 'email_verification' | 'password_reset';

/** Both prove that the mail box is theirs at this moment; who needs longer asks again. */
export const linkLivesMs = 30 * 60_000;

const pages = {
  email_verification: 'verify-email',
  password_reset: 'reset',
  invitation: 'invitation',
} as const satisfies Record<LinkPurpose | 'invitation', string>;

/** The page that a token opens. */
export function linkUrl(publicUrl: string, purpose: LinkPurpose | 'invitation', token: string): string {
  return new URL(`/${pages[purpose]}/${token}`, publicUrl).href;
}
