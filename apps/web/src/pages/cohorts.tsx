import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { catalogueQuery } from '../shared/queries.js';
import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { counted } from '../shared/text/numbers.js';
import { Field, formText, SelectField } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';

function NewCohort() {
  const courses = useQuery(catalogueQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const items = courses.data?.items ?? [];
  const courseId = chosen ?? items[0]?.id ?? '';
  const create = useMutation({
    mutationFn: (name: string) => api.quiz.createCohort({ name, courseId }),
    onSuccess: async (cohort) => {
      void queries.invalidateQueries({ queryKey: ['cohorts'] });
      await navigate({ to: '/cohorts/$id/enrol', params: { id: cohort.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(formText(new FormData(event.currentTarget), 'name').trim());
  };
  if (courses.isSuccess && items.length === 0) {
    return <p className="muted">A cohort needs a published course. None is published yet.</p>;
  }
  return (
    <form className="form" onSubmit={submit} aria-labelledby="new-cohort">
      <h2 id="new-cohort">New cohort</h2>
      {create.isError ? <ErrorNote error={create.error} /> : null}
      <Field label="Name" name="name" required maxLength={120} error={fieldError(create.error, 'name')} />
      <SelectField
        label="Course"
        value={courseId}
        onChange={setChosen}
        options={items.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <div>
        <button type="submit" className="button primary" disabled={create.isPending || courseId === ''}>
          Create cohort
        </button>
      </div>
    </form>
  );
}

export function CohortsPage() {
  const cohorts = useQuery({ queryKey: ['cohorts'], queryFn: () => api.quiz.cohorts({ limit: 200 }) });
  return (
    <Page title="Cohorts" lead="A cohort is a group of learners you accompany through one course.">
      <QueryView query={cohorts} skeleton={<Skeleton kind="card" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No cohort yet">
              <p>
                Name one, choose its course, paste the addresses of your learners: then you see their progress live.
              </p>
            </Empty>
          ) : (
            <ul className="cards">
              {items.map((cohort) => (
                <li key={cohort.id} className="card card-link">
                  <h2>
                    <Link to="/cohorts/$id" params={{ id: cohort.id }}>
                      {cohort.name}
                    </Link>
                  </h2>
                  <p>{cohort.courseTitle}</p>
                  <p className="muted small-text">
                    {counted(cohort.learnerCount, 'learner')}, taught by{' '}
                    {cohort.instructors.map(({ displayName }) => displayName).join(', ') || 'nobody'}
                    {cohort.isArchived ? ', archived' : ''}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <NewCohort />
    </Page>
  );
}
