import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { Account, Erasure } from '#libs/api-client';

import { api, session } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Field, formText } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import './account.css';

const choices: readonly { value: Erasure['credentials']; label: string; meaning: string }[] = [
  {
    value: 'keep',
    label: 'Keep my badges verifiable',
    meaning: 'Who has one can still check it. Your name is taken off, and nobody can find it by you.',
  },
  {
    value: 'revoke',
    label: 'Revoke my badges',
    meaning: 'Who checks one is told that it was withdrawn at the holder’s wish. They cannot be brought back.',
  },
];

interface EraseProps {
  account: Account;
  isOpen: boolean;
  onClose: () => void;
}

/** Leaving for good: says what happens first, then asks for the badges, the address and the password. */
export function EraseDialog({ account, isOpen, onClose }: EraseProps) {
  const router = useRouter();
  const [credentials, setCredentials] = useState<Erasure['credentials']>('keep');
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: async (password: string) => {
      await api.auth.erase({ password, credentials });
      // Nobody is left to sign out; what this browser keeps goes all the same.
      await session.signOut().catch(() => undefined);
    },
    onSuccess: () => void router.navigate({ to: '/', replace: true }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    erase.mutate(formText(new FormData(event.currentTarget), 'password'));
  };
  const isNamed = typed.trim().toLowerCase() === account.email;
  return (
    <Dialog title="Erase your account?" isOpen={isOpen} onClose={onClose}>
      <form className="form leaving" onSubmit={submit}>
        <ul>
          <li>Your account, your name and your address are erased, here and in every cohort. This cannot be undone.</li>
          <li>Your results stay in the figures of your cohorts, without your name.</li>
          <li>Download your data and your badges before, if you want to have them.</li>
        </ul>
        <fieldset className="stack-tight">
          <legend>What shall become of your badges?</legend>
          {choices.map(({ value, label, meaning }) => (
            <label key={value} className="check">
              <input
                type="radio"
                name="credentials"
                checked={credentials === value}
                onChange={() => setCredentials(value)}
              />
              <span>
                {label}
                <span className="muted small-text leaving-meaning">{meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {erase.isError ? <ErrorNote error={erase.error} /> : null}
        <Field
          label="Type your address to confirm"
          hint={account.email}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          label="Your password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={fieldError(erase.error, 'password')}
        />
        <div className="row">
          <button type="submit" className="button danger" disabled={!isNamed || erase.isPending}>
            {erase.isPending ? 'Erasing' : 'Erase my account for good'}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Keep my account
          </button>
        </div>
      </form>
    </Dialog>
  );
}
