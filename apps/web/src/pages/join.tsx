import { useMutation } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { api, session } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { Field, formText } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { ErrorNote } from '../shared/ui/states.js';

export function JoinPage() {
  const { next } = useSearch({ from: '/join' });
  const router = useRouter();
  const join = useMutation({
    mutationFn: async (form: FormData) => {
      const email = formText(form, 'email').trim();
      const password = formText(form, 'password');
      await api.auth.join({ email, password, displayName: formText(form, 'displayName').trim() });
      await session.signIn(email, password);
    },
    onSuccess: () => router.history.push(next ?? '/home'),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    join.mutate(new FormData(event.currentTarget));
  };
  return (
    <Page title="Make an account" width="text" lead="You need one to take quizzes and to keep your badges.">
      <form className="form" onSubmit={submit}>
        {join.isError ? <ErrorNote error={join.error} /> : null}
        <Field
          label="Name"
          name="displayName"
          autoComplete="name"
          maxLength={120}
          required
          hint="It stands on your badges."
          error={fieldError(join.error, 'displayName')}
        />
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          error={fieldError(join.error, 'email')}
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={15}
          required
          hint="At least 15 characters. A short sentence works well."
          error={fieldError(join.error, 'password')}
        />
        <div className="row">
          <button type="submit" className="button primary" disabled={join.isPending}>
            {join.isPending ? 'Making your account' : 'Make account'}
          </button>
          <span>
            Have one?{' '}
            <Link to="/sign-in" search={{ next }}>
              Sign in
            </Link>
          </span>
        </div>
      </form>
    </Page>
  );
}
