import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';

import type { Accommodation } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { Field, formText } from '../../shared/ui/field.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';

interface AccommodationFormProps {
  learnerId: string;
  granted: Accommodation;
}

/** More time, more attempts, no pause: for one learner, in every quiz. */
export function AccommodationForm({ learnerId, granted }: AccommodationFormProps) {
  const queries = useQueryClient();
  const grant = useMutation({
    mutationFn: (form: FormData) =>
      api.quiz.accommodate(learnerId, {
        timeFactor: Number(formText(form, 'timeFactor')),
        extraAttempts: Number(formText(form, 'extraAttempts')),
        waivesCooldown: form.has('waivesCooldown'),
      }),
    onSuccess: (now) => queries.setQueryData(['accommodation-of', learnerId], now),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    grant.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="form" onSubmit={submit}>
      {granted.grantedAt === null ? (
        <p className="muted">Nothing has been granted yet.</p>
      ) : (
        <p className="muted">
          Granted <When at={granted.grantedAt} />.
        </p>
      )}
      <Field
        label="Times as long"
        name="timeFactor"
        type="number"
        min={1}
        max={4}
        step={0.05}
        required
        defaultValue={granted.timeFactor}
        hint="1.5 makes half as much time again of every time limit, also in attempts that are running."
        error={fieldError(grant.error, 'timeFactor')}
      />
      <Field
        label="Extra attempts"
        name="extraAttempts"
        type="number"
        min={0}
        max={20}
        required
        defaultValue={granted.extraAttempts}
        hint="In every section with a limit of attempts."
        error={fieldError(grant.error, 'extraAttempts')}
      />
      <label className="check">
        <input type="checkbox" name="waivesCooldown" defaultChecked={granted.waivesCooldown} />
        No pause after a failed attempt
      </label>
      {grant.isError ? <ErrorNote error={grant.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={grant.isPending}>
          {grant.isPending ? 'Saving' : 'Grant'}
        </button>
        {grant.isSuccess ? (
          <p role="status" className="row">
            <Icon name="check" size={18} /> Saved. It holds from now on.
          </p>
        ) : null}
      </div>
    </form>
  );
}
