import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { Account } from '#libs/api-client';

import { Done } from '../features/account/done.js';
import { EmailState, MailSwitch } from '../features/account/mail-settings.js';
import { MyData } from '../features/account/my-data.js';
import { api, session } from '../shared/session/session.js';
import { accommodationQuery } from '../shared/queries.js';
import { useAccount } from '../shared/session/use-session.js';
import { browserWords } from '../shared/text/browsers.js';
import { accommodationSentences } from '../shared/text/policy.js';
import { fieldError } from '../shared/text/problem.js';
import { chooseTheme, readTheme, type Theme } from '../shared/theme.js';
import { Field, formText } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';
import { When } from '../shared/ui/when.js';
import '../features/path/section.css';

function NameForm({ account }: { account: Account }) {
  const rename = useMutation({
    mutationFn: (form: FormData) => api.auth.rename(formText(form, 'displayName').trim()),
    onSuccess: session.replaceAccount,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="form" onSubmit={submit} aria-labelledby="name">
      <h2 id="name">Name</h2>
      {rename.isError ? <ErrorNote error={rename.error} /> : null}
      <Field
        label="Your name"
        name="displayName"
        defaultValue={account.displayName}
        maxLength={120}
        required
        autoComplete="name"
        hint={`It stands on your badges. You sign in as ${account.email}.`}
        error={fieldError(rename.error, 'displayName')}
      />
      <div className="row">
        <button type="submit" className="button" disabled={rename.isPending}>
          Save name
        </button>
        {rename.isSuccess ? <Done>Saved</Done> : null}
      </div>
    </form>
  );
}

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  return (
    <fieldset className="form">
      <legend>
        <h2>Appearance</h2>
      </legend>
      <div className="row">
        {themes.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => {
                chooseTheme(value);
                setTheme(value);
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PasswordForm({ email }: { email: string }) {
  const change = useMutation({
    mutationFn: (form: FormData) =>
      api.auth.changePassword({
        currentPassword: formText(form, 'currentPassword'),
        newPassword: formText(form, 'newPassword'),
      }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    change.mutate(new FormData(form), { onSuccess: () => form.reset() });
  };
  return (
    <form className="form" onSubmit={submit} aria-labelledby="password">
      <h2 id="password">Password</h2>
      {change.isError ? <ErrorNote error={change.error} /> : null}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="Current password"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={fieldError(change.error, 'currentPassword')}
      />
      <Field
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        minLength={15}
        required
        hint="At least 15 characters. Other devices are signed out."
        error={fieldError(change.error, 'newPassword')}
      />
      <div className="row">
        <button type="submit" className="button" disabled={change.isPending}>
          Change password
        </button>
        {change.isSuccess ? <Done>Changed</Done> : null}
      </div>
    </form>
  );
}

function Adjustments() {
  const granted = useQuery(accommodationQuery);
  return (
    <section className="stack-tight" aria-labelledby="adjustments">
      <h2 id="adjustments">Granted to you</h2>
      <QueryView query={granted} skeleton={<Skeleton rows={1} />}>
        {(accommodation) => {
          const sentences = accommodationSentences(accommodation);
          return sentences.length === 0 ? (
            <p className="muted">
              No extra time or attempts. Ask your instructor if you need some; it then holds in every quiz.
            </p>
          ) : (
            <>
              <ul className="quiz-rules">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <p className="muted small-text">
                It holds in every quiz, running ones too
                {accommodation.grantedAt === null ? (
                  ''
                ) : (
                  <>
                    ; granted <When at={accommodation.grantedAt} />
                  </>
                )}
                .
              </p>
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function Sessions() {
  const router = useRouter();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.auth.sessions() });
  const leave = useMutation({
    mutationFn: () => session.signOut('everywhere'),
    onSettled: () => router.navigate({ to: '/sign-in', replace: true }),
  });
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <QueryView query={sessions} skeleton={<Skeleton kind="row" rows={2} />}>
        {({ items }) => (
          <ul className="plain-list stack-tight">
            {items.map((item) => (
              <li key={item.id} className="small-text">
                <span title={item.userAgent ?? undefined}>{browserWords(item.userAgent)}</span>, last used{' '}
                <When at={item.lastUsedAt} />
                {item.isCurrent ? <strong> (this one)</strong> : null}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <div>
        <button type="button" className="button danger" disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out everywhere
        </button>
      </div>
    </section>
  );
}

export function MePage() {
  const account = useAccount();
  if (account === null) return <Page title="Your account" />;
  return (
    <Page title="Your account" width="text">
      <NameForm account={account} />
      <EmailState account={account} />
      <MailSwitch account={account} />
      <Adjustments />
      <ThemeChoice />
      <PasswordForm email={account.email} />
      <Sessions />
      <MyData account={account} />
    </Page>
  );
}
