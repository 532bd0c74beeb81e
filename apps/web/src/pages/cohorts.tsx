import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { Cohort } from '#libs/api-client';

import { catalogueQuery } from '../shared/queries.js';
import { type CohortsSearch, cohortStates } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { counted } from '../shared/text/numbers.js';
import { Field, formText, SelectField } from '../shared/ui/field.js';
import { More } from '../shared/ui/more.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';

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

function Card({ cohort }: { cohort: Cohort }) {
  return (
    <li className="card card-link">
      <h2>
        <Link to="/cohorts/$id" params={{ id: cohort.id }}>
          {cohort.name}
        </Link>
      </h2>
      <p>{cohort.courseTitle}</p>
      <p className="muted small-text">
        {counted(cohort.learnerCount, 'learner')}, taught by{' '}
        {cohort.instructors.map(({ displayName }) => displayName).join(', ') || 'nobody'}
      </p>
      {cohort.isArchived ? (
        <p>
          <span className="tag">Archived</span>
        </p>
      ) : null}
    </li>
  );
}

const stateWords = { archived: 'Archived', all: 'All' } as const;

function Filters({ search, onChange }: { search: CohortsSearch; onChange: (change: CohortsSearch) => void }) {
  return (
    <div className="row">
      <Field
        label="Find a cohort"
        type="search"
        value={search.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <SelectField
        label="Show"
        value={search.state ?? ''}
        onChange={(value) => onChange({ state: cohortStates.find((state) => state === value) })}
        options={[
          { value: '', label: 'Active' },
          ...cohortStates.map((value) => ({ value, label: stateWords[value] })),
        ]}
      />
    </div>
  );
}

/** The cohorts of an instructor: found, filtered, made. */
export function CohortsPage() {
  const search = useSearch({ from: '/cohorts' });
  const navigate = useNavigate({ from: '/cohorts' });
  const change = (next: CohortsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const cohorts = useInfiniteQuery({
    queryKey: ['cohorts', search],
    queryFn: ({ pageParam }) =>
      api.quiz.cohorts({ state: search.state ?? 'active', search: search.search, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = cohorts.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = search.search !== undefined || search.state !== undefined;
  const isFirst = cohorts.isSuccess && items.length === 0 && !isFiltered;
  return (
    <Page title="Cohorts" lead="A cohort is a group of learners you accompany through one course.">
      {isFirst ? null : <Filters search={search} onChange={change} />}
      {cohorts.isPending ? <Skeleton kind="card" rows={2} /> : null}
      {cohorts.isError ? <ErrorNote error={cohorts.error} onRetry={() => void cohorts.refetch()} /> : null}
      {isFirst ? (
        <Empty title="No active cohort yet">
          <p>Name one, choose its course, paste the addresses of your learners: then you see their progress live.</p>
          <Link to="/cohorts" search={{ state: 'archived' }}>
            Look at archived ones
          </Link>
        </Empty>
      ) : null}
      {cohorts.isSuccess && items.length === 0 && isFiltered ? (
        <Empty title="No cohort matches">
          <Link to="/cohorts" className="button">
            Show all active ones
          </Link>
        </Empty>
      ) : null}
      {items.length === 0 ? null : (
        <ul className="cards">
          {items.map((cohort) => (
            <Card key={cohort.id} cohort={cohort} />
          ))}
        </ul>
      )}
      <More query={cohorts} />
      <NewCohort />
    </Page>
  );
}
