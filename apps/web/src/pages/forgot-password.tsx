import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { Field, formText } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { ErrorNote } from '../shared/ui/states.js';

export function ForgotPasswordPage() {
  const ask = useMutation({
    mutationFn: (form: FormData) => api.auth.askPasswordReset(formText(form, 'email').trim()),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate(new FormData(event.currentTarget));
  };
  return (
    <Page title="Forgot your password?" width="text" lead="We mail you a link to choose a new one.">
      {ask.isSuccess ? (
        <div className="note note-success" role="status">
          <Icon name="check" />
          <div>
            <p className="note-title">Look into your mail</p>
            <p>
              If the address has an account, a link is on its way. It works once, for half an hour. Nothing there? Look
              into the folder for unwanted mail, or ask your administrator.
            </p>
          </div>
        </div>
      ) : (
        <form className="form" onSubmit={submit}>
          {ask.isError ? <ErrorNote error={ask.error} /> : null}
          <Field
            label="Email"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={fieldError(ask.error, 'email')}
          />
          <div className="row">
            <button type="submit" className="button primary" disabled={ask.isPending}>
              {ask.isPending ? 'Sending' : 'Send the link'}
            </button>
          </div>
        </form>
      )}
      <p>
        <Link to="/sign-in">Back to sign in</Link>
      </p>
    </Page>
  );
}
