import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { MyCohort } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { isPast, moment } from '../../shared/text/time.js';
import { ErrorNote } from '../../shared/ui/states.js';

const shownMax = 20;
const datesMax = 3;

function Dates({ cohort }: { cohort: MyCohort }) {
  const due = cohort.dueDates.filter(({ hasPassed }) => !hasPassed).slice(0, datesMax);
  if (due.length === 0) return null;
  return (
    <ul className="plain-list stack-tight">
      {due.map(({ sectionId, title, dueAt }) => (
        <li key={sectionId}>
          <Link to="/courses/$slug/sections/$section" params={{ slug: cohort.course.slug, section: sectionId }}>
            {title}
          </Link>
          <p className="muted small-text">due {moment(dueAt)}</p>
          {isPast(dueAt) ? <span className="tag tag-warning">Late, still open</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** The cohorts somebody learns in, with what is due next. */
export function MyCohorts() {
  const cohorts = useQuery({ queryKey: ['my-cohorts'], queryFn: () => api.quiz.myCohorts({ limit: shownMax }) });
  const active = (cohorts.data?.items ?? []).filter(({ isArchived }) => !isArchived);
  if (cohorts.isError) return <ErrorNote error={cohorts.error} onRetry={() => void cohorts.refetch()} />;
  if (active.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="my-cohorts">
      <h2 id="my-cohorts">Your cohorts</h2>
      <ul className="cards">
        {active.map((cohort) => (
          <li key={cohort.id} className="card stack-tight">
            <h3>{cohort.name}</h3>
            <p className="muted small-text">
              {cohort.course.title}
              {cohort.instructors.length === 0 ? '' : `, taught by ${cohort.instructors.join(', ')}`}
            </p>
            <Dates cohort={cohort} />
          </li>
        ))}
      </ul>
    </section>
  );
}
