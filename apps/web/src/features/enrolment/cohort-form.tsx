import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { Cohort } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { fieldError } from '../../shared/text/problem.js';
import { announce } from '../../shared/ui/announcer.js';
import { Field, formText } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { refreshCohort } from './after-change.js';
import { Confirm } from './confirm.js';

function useChange(cohort: Cohort) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Parameters<typeof api.quiz.changeCohort>[1]) => api.quiz.changeCohort(cohort.id, change),
    onSuccess: () => {
      refreshCohort(queries);
      announce('Saved.');
    },
  });
}

/** What a cohort is called, and whether learners may join it by themselves. */
export function CohortForm({ cohort }: { cohort: Cohort }) {
  const rename = useChange(cohort);
  const open = useChange(cohort);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ name: formText(new FormData(event.currentTarget), 'name').trim() });
  };
  return (
    <section className="stack" aria-labelledby="general">
      <h2 id="general">General</h2>
      <form className="form" onSubmit={submit}>
        {rename.isError ? <ErrorNote error={rename.error} /> : null}
        <Field
          key={cohort.name}
          label="Name"
          name="name"
          defaultValue={cohort.name}
          required
          maxLength={120}
          disabled={cohort.isArchived}
          error={fieldError(rename.error, 'name')}
        />
        <div className="row">
          <button type="submit" className="button primary" disabled={rename.isPending || cohort.isArchived}>
            Save name
          </button>
          {rename.isSuccess ? <span className="muted">Saved.</span> : null}
        </div>
      </form>
      {open.isError ? <ErrorNote error={open.error} /> : null}
      <label className="check">
        <input
          type="checkbox"
          checked={cohort.selfEnrolment}
          disabled={open.isPending || cohort.isArchived}
          onChange={(event) => open.mutate({ selfEnrolment: event.target.checked })}
        />
        Learners may join by themselves from the page of the course
      </label>
    </section>
  );
}

/** Takes a cohort out of use and back. Archiving is named by typing. */
export function ArchiveCohort({ cohort }: { cohort: Cohort }) {
  const change = useChange(cohort);
  const [isAsked, setIsAsked] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <section className="stack" aria-labelledby="archive">
      <h2 id="archive">{cohort.isArchived ? 'This cohort is archived' : 'Archive'}</h2>
      <p>
        An archived cohort is read only: its dashboard stays, nobody comes in or goes out, links and invitations open
        nothing.
      </p>
      <div>
        {cohort.isArchived ? (
          <button
            type="button"
            className="button primary"
            disabled={change.isPending}
            onClick={() => change.mutate({ isArchived: false })}
          >
            Take out of the archive
          </button>
        ) : (
          <button type="button" className="button danger" onClick={() => setIsAsked(true)}>
            Archive this cohort
          </button>
        )}
      </div>
      {change.isError && !isAsked ? <ErrorNote error={change.error} /> : null}
      <Confirm
        title={`Archive ${cohort.name}?`}
        action="Archive"
        isOpen={isAsked}
        isPending={change.isPending}
        isReady={typed.trim() === cohort.name}
        error={change.error}
        onConfirm={() => change.mutate({ isArchived: true }, { onSuccess: () => setIsAsked(false) })}
        onClose={() => setIsAsked(false)}
      >
        <p>Invitations that are on their way are withdrawn. You can take the cohort out of the archive again.</p>
        <Field
          label={`Type the name of the cohort: ${cohort.name}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Confirm>
    </section>
  );
}
