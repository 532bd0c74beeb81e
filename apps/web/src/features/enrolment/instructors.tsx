import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { Cohort } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { useAccount } from '../../shared/session/use-session.js';
import { fieldError } from '../../shared/text/problem.js';
import { Field, formText } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { refreshCohort } from './after-change.js';
import { Confirm } from './confirm.js';

type Instructor = Cohort['instructors'][number];

/** Who teaches the cohort; the last one stays. */
export function Instructors({ cohort }: { cohort: Cohort }) {
  const queries = useQueryClient();
  const me = useAccount();
  const [asked, setAsked] = useState<Instructor | null>(null);
  const onSuccess = () => {
    setAsked(null);
    refreshCohort(queries);
  };
  const add = useMutation({ mutationFn: (email: string) => api.quiz.addInstructor(cohort.id, email), onSuccess });
  const remove = useMutation({ mutationFn: (id: string) => api.quiz.removeInstructor(cohort.id, id), onSuccess });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    add.mutate(formText(new FormData(form), 'email').trim(), { onSuccess: () => form.reset() });
  };
  return (
    <section className="stack" aria-labelledby="instructors">
      <h2 id="instructors">Instructors</h2>
      <ul className="plain-list stack-tight">
        {cohort.instructors.map((instructor) => (
          <li key={instructor.id} className="row">
            <span>
              {instructor.displayName}
              {instructor.id === me?.id ? ' (you)' : ''}
            </span>
            {cohort.instructors.length === 1 ? (
              <span className="muted small-text">A cohort keeps at least one.</span>
            ) : (
              <button type="button" className="button small" onClick={() => setAsked(instructor)}>
                Take out<span className="visually-hidden"> {instructor.displayName}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={submit}>
        {add.isError ? <ErrorNote error={add.error} /> : null}
        <Field
          label="Add an instructor by email"
          name="email"
          type="email"
          required
          hint="They need an account with the role of instructor. They see all learners of this cohort."
          error={fieldError(add.error, 'email')}
        />
        <div>
          <button type="submit" className="button" disabled={add.isPending}>
            Add instructor
          </button>
        </div>
      </form>
      <Confirm
        title={`Take ${asked?.displayName ?? ''} out?`}
        action="Take out"
        isOpen={asked !== null}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          if (asked !== null) remove.mutate(asked.id);
        }}
        onClose={() => setAsked(null)}
      >
        <p>
          {asked?.id === me?.id
            ? 'You do not see this cohort any more; another instructor can add you again.'
            : 'They do not see this cohort and its learners any more.'}
        </p>
      </Confirm>
    </section>
  );
}
