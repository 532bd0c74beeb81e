import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';

import type { Cohort, DueDates as Dates } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { announce } from '../../shared/ui/announcer.js';
import { ErrorNote, QueryView } from '../../shared/ui/states.js';

const two = (part: number) => String(part).padStart(2, '0');

/** As an input of the browser wants it, in the time of whoever looks. */
function local(at: string | null): string {
  if (at === null) return '';
  const time = new Date(at);
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

const instant = (value: string): string | null => (value === '' ? null : new Date(value).toISOString());

function Form({ cohort, dates }: { cohort: Cohort; dates: Dates }) {
  const queries = useQueryClient();
  const prefix = useId();
  const stored = Object.fromEntries(dates.sections.map(({ sectionId, dueAt }) => [sectionId, local(dueAt)]));
  const [changed, setChanged] = useState<Record<string, string>>({});
  const differing = Object.entries(changed).filter(([id, value]) => value !== stored[id]);
  const save = useMutation({
    mutationFn: () =>
      api.quiz.saveDueDates(cohort.id, Object.fromEntries(differing.map(([id, value]) => [id, instant(value)]))),
    onSuccess: (next) => {
      queries.setQueryData(['due-dates', cohort.id], next);
      setChanged({});
      for (const key of ['dashboard', 'cohort-history', 'progress'])
        void queries.invalidateQueries({ queryKey: [key] });
      announce('Due dates saved.');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ul className="plain-list stack-tight">
        {dates.sections.map(({ sectionId, title }) => (
          <li key={sectionId} className="due-row">
            <label htmlFor={`${prefix}${sectionId}`}>{title}</label>
            <input
              id={`${prefix}${sectionId}`}
              className="input"
              type="datetime-local"
              value={changed[sectionId] ?? stored[sectionId] ?? ''}
              disabled={cohort.isArchived}
              onChange={(event) => setChanged({ ...changed, [sectionId]: event.target.value })}
            />
          </li>
        ))}
      </ul>
      {save.isError ? <ErrorNote error={save.error} /> : null}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={differing.length === 0 || save.isPending || cohort.isArchived}
        >
          Save due dates
        </button>
        {save.isSuccess && differing.length === 0 ? <span className="muted">Saved.</span> : null}
      </div>
    </form>
  );
}

/** When each section is expected to be passed. */
export function DueDates({ cohort }: { cohort: Cohort }) {
  const dates = useQuery({ queryKey: ['due-dates', cohort.id], queryFn: () => api.quiz.dueDates(cohort.id) });
  return (
    <section className="stack" aria-labelledby="due-dates">
      <h2 id="due-dates">Due dates</h2>
      <p className="muted">
        In your local time. Learners see them, and you see who falls behind. Nothing is locked when a date is over, and
        extra time for a quiz does not move them.
      </p>
      <QueryView query={dates}>
        {(data) =>
          data.sections.length === 0 ? <p>The course has no section yet.</p> : <Form cohort={cohort} dates={data} />
        }
      </QueryView>
    </section>
  );
}
