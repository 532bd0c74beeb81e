import { letter, type Letter } from './letter.js';

/** What we write to people, in our words. Each is a plain function of what it tells. */

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export interface Invitation {
  readonly url: string;
  readonly cohortName: string;
  readonly courseTitle: string;
  readonly invitedByName: string;
  readonly endsAt: Date;
  /** The address belongs to somebody who has an account. */
  readonly hasAccount: boolean;
}

export function invitationLetter(invitation: Invitation): Letter {
  const { cohortName, courseTitle, invitedByName, endsAt, hasAccount, url } = invitation;
  return letter({
    subject: `Invitation to the cohort “${cohortName}”`,
    to: null,
    paragraphs: [
      `${invitedByName} invites you to the cohort “${cohortName}”, which takes the course “${courseTitle}”.`,
      hasAccount
        ? 'You have an account with this address already. Open the link, sign in, and accept.'
        : 'Open the link to make your account. It takes a name and a password.',
    ],
    link: { label: 'Accept the invitation', url },
    after: [
      `The link works once, for this address only, until ${moment.format(endsAt)}.`,
      'If you do not know what this is about, do nothing: without you nothing happens.',
    ],
  });
}

export interface AccountLink {
  readonly to: string;
  readonly url: string;
  readonly endsAt: Date;
}

export function verificationLetter({ to, url, endsAt }: AccountLink): Letter {
  return letter({
    subject: 'Confirm your address',
    to,
    paragraphs: ['Somebody, we hope you, gave this address for an account. Open the link to confirm that it is yours.'],
    link: { label: 'Confirm this address', url },
    after: [
      `The link works once, until ${moment.format(endsAt)}. You can ask for another on your account page.`,
      'If it was not you, do nothing: the address then stays unconfirmed.',
    ],
  });
}

export function resetLetter({ to, url, endsAt }: AccountLink): Letter {
  return letter({
    subject: 'Choose a new password',
    to,
    paragraphs: ['Somebody, we hope you, asked for a new password for your account. Open the link to choose one.'],
    link: { label: 'Choose a new password', url },
    after: [
      `The link works once, until ${moment.format(endsAt)}.`,
      'If it was not you, do nothing: your password stays as it is.',
    ],
  });
}

export function passwordChangedLetter({ to, url }: { to: string; url: string }): Letter {
  return letter({
    subject: 'Your password was changed',
    to,
    paragraphs: ['The password of your account was changed just now, and every device was signed out.'],
    link: { label: 'If it was not you, choose a new password', url },
    after: ['If it was you, there is nothing to do.'],
  });
}

export interface Expiring {
  readonly to: string;
  readonly title: string;
  readonly courseTitle: string;
  readonly isCertificate: boolean;
  readonly expiresAt: Date;
  /** 0 when it is over. */
  readonly daysLeft: number;
  readonly url: string;
}

export function expiringLetter(expiring: Expiring): Letter {
  const { to, title, courseTitle, daysLeft, expiresAt, url } = expiring;
  const what = expiring.isCertificate ? `certificate for “${courseTitle}”` : `badge “${title}” of “${courseTitle}”`;
  const isOver = daysLeft === 0;
  const left = daysLeft === 1 ? 'in one day' : `in ${daysLeft} days`;
  return letter({
    subject: isOver ? `Your ${what} has expired` : `Your ${what} expires ${left}`,
    to,
    paragraphs: [
      isOver
        ? `Your ${what} was valid until ${day.format(expiresAt)}. Who checks it now is told that it has expired.`
        : `Your ${what} is valid until ${day.format(expiresAt)}.`,
      'Your badges page shows whether it can be renewed, and how.',
    ],
    link: { label: 'Your badges', url },
    after: [switchedOff],
  });
}

export interface StatusChange {
  readonly to: string;
  /** Events of old do not tell it. */
  readonly title?: string;
  readonly isCertificate?: boolean;
  readonly status: 'active' | 'suspended' | 'revoked';
  readonly reason: string;
  readonly url: string;
}

export function statusLetter({ to, title, isCertificate = false, status, reason, url }: StatusChange): Letter {
  const noun = isCertificate ? 'certificate' : 'badge';
  const what = title === undefined ? `A ${noun} of yours` : `Your ${noun} “${title}”`;
  const { subject, meaning } = statusWords[status];
  return letter({
    subject: `${what} ${subject}`,
    to,
    paragraphs: [`${what} ${meaning}`, `The reason that was given: ${reason}`],
    link: { label: `See the ${noun}`, url },
    after: ['If you think that this is wrong, talk to your instructor.', switchedOff],
  });
}

const statusWords = {
  active: { subject: 'is valid again', meaning: 'had been suspended and is valid again.' },
  suspended: { subject: 'was suspended', meaning: 'was suspended. Until that ends, who checks it is told so.' },
  revoked: { subject: 'was revoked', meaning: 'was revoked. Who checks it is told so, for good.' },
} as const satisfies Record<StatusChange['status'], { subject: string; meaning: string }>;

const switchedOff = 'You can switch such messages off on your account page.';
