import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import type { Account, InvitationLink } from '#libs/api-client';

import { api, session } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { Field, formText } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { NewPassword } from './new-password.js';
import './account.css';

interface AcceptProps {
  token: string;
  invitation: InvitationLink;
}

/** Makes an account for the invited address and signs in with it. */
export function AcceptWithNewAccount({ token, invitation }: AcceptProps) {
  const router = useRouter();
  const accept = useMutation({
    mutationFn: async (form: FormData) => {
      const password = formText(form, 'password');
      const displayName = formText(form, 'displayName').trim();
      const { email } = await api.auth.acceptInvitation(token, { displayName, password });
      await session.signIn(email, password);
    },
    onSuccess: () => void router.navigate({ to: '/home' }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    accept.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="form" onSubmit={submit}>
      <h2>Make your account</h2>
      {accept.isError ? <ErrorNote error={accept.error} /> : null}
      <p>
        You will sign in with the address that was invited, <strong>{invitation.maskedEmail}</strong>.
      </p>
      <Field
        label="Name"
        name="displayName"
        autoComplete="name"
        maxLength={120}
        required
        hint="It stands on your badges."
        error={fieldError(accept.error, 'displayName')}
      />
      <NewPassword error={accept.error} />
      <div className="row">
        <button type="submit" className="button primary" disabled={accept.isPending}>
          {accept.isPending ? 'Accepting' : 'Make account and accept'}
        </button>
      </div>
    </form>
  );
}

/** For who is signed in: with the invited address it is one press, with another it is refused and said. */
export function AcceptSignedIn({ token, account }: { token: string; account: Account }) {
  const router = useRouter();
  const accept = useMutation({
    mutationFn: () => api.auth.acceptInvitation(token, {}),
    onSuccess: () => {
      session.replaceAccount({ ...account, isEmailVerified: true });
      void router.navigate({ to: '/home' });
    },
  });
  const leave = useMutation({ mutationFn: () => session.signOut() });
  return (
    <div className="stack wraps">
      {accept.isError ? <ErrorNote error={accept.error} /> : null}
      <p>
        You are signed in as {account.displayName} ({account.email}).
      </p>
      <div className="row">
        <button type="button" className="button primary" disabled={accept.isPending} onClick={() => accept.mutate()}>
          {accept.isPending ? 'Accepting' : 'Accept the invitation'}
        </button>
        <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out to use another address
        </button>
      </div>
    </div>
  );
}

export function SignInToAccept({ token, invitation }: AcceptProps) {
  return (
    <div className="stack">
      <p>
        There is an account with the invited address, <strong>{invitation.maskedEmail}</strong>. Sign in with it, and
        you come back here to accept.
      </p>
      <div>
        <Link to="/sign-in" search={{ next: `/invitation/${token}` }} className="button primary">
          Sign in
        </Link>
      </div>
    </div>
  );
}
