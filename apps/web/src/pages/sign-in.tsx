import { useMutation } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { session } from '../shared/session/session.js';
import { ErrorNote } from '../shared/ui/states.js';
import { Field, formText } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const signIn = useMutation({
    mutationFn: (form: FormData) => session.signIn(formText(form, 'email').trim(), formText(form, 'password')),
    onSuccess: () => router.history.push(next ?? '/home'),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    signIn.mutate(new FormData(event.currentTarget));
  };
  return (
    <Page title="Sign in" width="text">
      <form className="form" onSubmit={submit}>
        {signIn.isError ? <ErrorNote error={signIn.error} /> : null}
        <Field label="Email" name="email" type="email" autoComplete="username" required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <div className="row">
          <button type="submit" className="button primary" disabled={signIn.isPending}>
            {signIn.isPending ? 'Signing in' : 'Sign in'}
          </button>
          <span>
            New here?{' '}
            <Link to="/join" search={{ next }}>
              Make an account
            </Link>
          </span>
        </div>
        <p>
          <Link to="/forgot-password">Forgot your password?</Link>
        </p>
      </form>
    </Page>
  );
}
