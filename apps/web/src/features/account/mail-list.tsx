import { Link } from '@tanstack/react-router';

import type { MailItem, MailState } from '#libs/api-client';

import { When } from '../../shared/ui/when.js';

export const mailStateWords = {
  queued: { label: 'Waiting', tag: 'tag-accent' },
  sent: { label: 'Sent', tag: 'tag-success' },
  failed: { label: 'Given up', tag: 'tag-danger' },
  kept: { label: 'Kept', tag: 'tag-warning' },
} as const satisfies Record<MailState, { label: string; tag: string }>;

export const mailKindWords = {
  invitation: 'Invitation',
  email_verification: 'Confirm address',
  password_reset: 'New password',
  password_changed: 'Password changed',
  credential_expiring: 'Badge expires',
  credential_status: 'Badge changed',
} as const satisfies Record<MailItem['kind'], string>;

export function MailTag({ state }: { state: MailState }) {
  const { label, tag } = mailStateWords[state];
  return <span className={`tag ${tag}`}>{label}</span>;
}

/** Messages of the platform, newest first. */
export function MailTable({ mails, state }: { mails: readonly MailItem[]; state: MailState | undefined }) {
  return (
    <div className="table-scroll" role="region" aria-label="Messages" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">To</th>
            <th scope="col">Written</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">
                <Link to="/admin/mail" search={{ state, mail: mail.id }}>
                  {mail.subject}
                </Link>
                <p className="muted small-text">{mailKindWords[mail.kind]}</p>
              </th>
              <td>{mail.recipient}</td>
              <td>
                <When at={mail.createdAt} />
              </td>
              <td>
                <MailTag state={mail.state} />
                {mail.lastError === null ? null : <p className="muted small-text">{mail.lastError}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
