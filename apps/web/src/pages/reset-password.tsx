import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { isDeadLink, LinkProblem } from '../features/account/dead-link.js';
import { NewPassword } from '../features/account/new-password.js';
import { api } from '../shared/session/session.js';
import { formText } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';

export function ResetPasswordPage() {
  const { token } = useParams({ from: '/reset/$token' });
  const reset = useMutation({
    mutationFn: (form: FormData) => api.auth.resetPassword(token, formText(form, 'password')),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    reset.mutate(new FormData(event.currentTarget));
  };
  if (reset.isSuccess) {
    return (
      <Page title="Your password is changed" width="text">
        <div className="note note-success" role="status">
          <Icon name="check" />
          <div>
            <p>Every device was signed out.</p>
            <p>
              <Link to="/sign-in">Sign in with the new password</Link>
            </p>
          </div>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Choose a new password" width="text" lead="Every device is signed out afterwards.">
      {reset.isError ? (
        <LinkProblem error={reset.error}>
          <p>
            <Link to="/forgot-password">Ask for another link</Link>
          </p>
        </LinkProblem>
      ) : null}
      {isDeadLink(reset.error) ? null : (
        <form className="form" onSubmit={submit}>
          <NewPassword label="New password" error={reset.error} />
          <div className="row">
            <button type="submit" className="button primary" disabled={reset.isPending}>
              {reset.isPending ? 'Changing' : 'Change password'}
            </button>
          </div>
        </form>
      )}
    </Page>
  );
}
