import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';

import type { Dashboard } from '#libs/api-client';

import '../features/cohorts/cohorts.css';
import { CsvButton } from '../features/cohorts/csv-button.js';
import { filterWords, isStuck, learnerRows } from '../features/cohorts/learner-rows.js';
import { Matrix } from '../features/cohorts/matrix.js';
import { SectionBars } from '../features/cohorts/section-bars.js';
import { cohortFilters, type CohortSearch } from '../shared/search-params.js';
import { api } from '../shared/session/session.js';
import { count } from '../shared/text/numbers.js';
import { Field, SelectField } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

const refreshMs = 4_000;

function Live({ updatedAt, isFailing }: { updatedAt: number; isFailing: boolean }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - updatedAt) / 1_000));
  const isOld = isFailing || seconds > 30;
  return (
    <span className={`live${isOld ? ' live-old' : ''}`}>
      <span className="live-dot" aria-hidden="true" />
      {isOld ? 'Not live: ' : 'Live, '}updated {seconds} s ago
    </span>
  );
}

function Figures({ dashboard }: { dashboard: Dashboard }) {
  const { totals } = dashboard;
  const stuck = dashboard.learners.filter(isStuck).length;
  const figures: [string, number, string][] = [
    ['Learners', totals.learners, 'Enrolled in this cohort'],
    ['Active this week', totals.activeLast7Days, 'Started, saved or submitted in the last 7 days'],
    ['Stuck', stuck, 'Failed a section twice or more and have not passed it'],
    ['Attempts', totals.attempts, 'All attempts except voided ones'],
    ['Passes', totals.passes, 'Learners and sections with a passing attempt'],
    ['Badges', totals.badges, 'Section badges issued'],
    ['Certificates', totals.certificates, 'Course certificates issued'],
  ];
  return (
    <dl className="figures">
      {figures.map(([label, value, meaning]) => (
        <div key={label} className="figure" title={meaning}>
          <dt>{label}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Filters({ search, onChange }: { search: CohortSearch; onChange: (change: CohortSearch) => void }) {
  return (
    <div className="filters">
      <Field
        label="Find a learner"
        type="search"
        value={search.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <SelectField
        label="Show"
        value={search.filter ?? ''}
        onChange={(value) => onChange({ filter: cohortFilters.find((filter) => filter === value) })}
        options={[
          { value: '', label: 'Everyone' },
          ...cohortFilters.map((value) => ({ value, label: filterWords[value] })),
        ]}
      />
    </div>
  );
}

function Board({ dashboard }: { dashboard: Dashboard }) {
  const search = useSearch({ from: '/cohorts/$id' });
  const navigate = useNavigate({ from: '/cohorts/$id' });
  const change = (next: CohortSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const wanted = useDeferredValue(search);
  const rows = useMemo(() => learnerRows(dashboard, wanted), [dashboard, wanted]);
  const sort = search.sort ?? 'name';
  const isDescending = search.order === 'desc';
  const onSort = (id: string) => {
    // Names begin at A; of numbers the highest is what is looked for.
    const descends = sort === id ? !isDescending : id !== 'name';
    change({ sort: id === 'name' ? undefined : id, order: descends ? 'desc' : undefined });
  };
  return (
    <>
      <Figures dashboard={dashboard} />
      <section className="stack" aria-labelledby="matrix">
        <h2 id="matrix">Learners</h2>
        <Filters search={search} onChange={change} />
        {rows.length === 0 ? (
          <Empty title="Nobody matches">
            <button type="button" className="button" onClick={() => change({ search: undefined, filter: undefined })}>
              Show everyone
            </button>
          </Empty>
        ) : (
          <Matrix dashboard={dashboard} rows={rows} sorting={{ sort, isDescending, onSort }} />
        )}
      </section>
      <SectionBars sections={dashboard.sections} learners={dashboard.totals.learners} />
    </>
  );
}

export function CohortPage() {
  const { id } = useParams({ from: '/cohorts/$id' });
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id), staleTime: 60_000 });
  const dashboard = useQuery({
    queryKey: ['dashboard', id],
    queryFn: () => api.quiz.dashboard(id),
    refetchInterval: refreshMs,
  });
  const name = cohort.data?.name ?? 'Cohort';
  const lead =
    cohort.data === undefined ? undefined : (
      <>
        {cohort.data.courseTitle}.{' '}
        {dashboard.data === undefined ? null : (
          <Live updatedAt={dashboard.dataUpdatedAt} isFailing={dashboard.isError} />
        )}
      </>
    );
  return (
    <Page
      title={name}
      width="full"
      above={<Link to="/cohorts">Cohorts</Link>}
      lead={lead}
      actions={
        <>
          <CsvButton cohortId={id} name={name} />
          <Link to="/cohorts/$id/enrol" params={{ id }} className="button primary">
            Enrol learners
          </Link>
        </>
      }
    >
      <QueryView query={dashboard} skeleton={<Skeleton kind="row" rows={10} />}>
        {(data) =>
          data.learners.length === 0 ? (
            <Empty title="No learners yet">
              <p>Paste the email addresses of people who have an account; their progress shows here at once.</p>
              <Link to="/cohorts/$id/enrol" params={{ id }} className="button primary">
                Enrol learners
              </Link>
            </Empty>
          ) : (
            <Board dashboard={data} />
          )
        }
      </QueryView>
    </Page>
  );
}
