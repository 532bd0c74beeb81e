import { useMutation } from '@tanstack/react-query';

import type { Account } from '#libs/api-client';

import { api, session } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { Done } from './done.js';
import './account.css';

/** Whether mail is known to reach the address, and how to have that found out. */
export function EmailState({ account }: { account: Account }) {
  const ask = useMutation({ mutationFn: () => api.auth.askEmailVerification() });
  return (
    <section className="stack-tight wraps" aria-labelledby="email">
      <h2 id="email">Email</h2>
      {account.isEmailVerified ? (
        <p className="row">
          <Icon name="check" size={18} /> {account.email} is confirmed.
        </p>
      ) : (
        <>
          <p>
            {account.email} is not confirmed yet. Open the link that we mailed you; until then, invitations to this
            address do not reach your account by themselves.
          </p>
          {ask.isError ? <ErrorNote error={ask.error} /> : null}
          <div className="row">
            <button type="button" className="button" disabled={ask.isPending} onClick={() => ask.mutate()}>
              Mail me another link
            </button>
            {ask.isSuccess ? <Done>On its way</Done> : null}
          </div>
        </>
      )}
    </section>
  );
}

export function MailSwitch({ account }: { account: Account }) {
  const change = useMutation({
    mutationFn: (wantsMail: boolean) => api.auth.switchMail(wantsMail),
    onSuccess: session.replaceAccount,
  });
  return (
    <section className="stack-tight" aria-labelledby="mail">
      <h2 id="mail">Mail about your badges</h2>
      {change.isError ? <ErrorNote error={change.error} /> : null}
      <label className="check">
        <input
          type="checkbox"
          checked={change.isPending ? change.variables : account.wantsMail}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />
        Remind me before a badge expires, and tell me when one is suspended or revoked
      </label>
      <p className="muted small-text">Links that you ask for yourself are always mailed.</p>
    </section>
  );
}
