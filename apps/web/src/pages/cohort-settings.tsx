import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { ArchiveCohort, CohortForm } from '../features/enrolment/cohort-form.js';
import { DueDates } from '../features/enrolment/due-dates.js';
import '../features/enrolment/enrolment.css';
import { History } from '../features/enrolment/history.js';
import { Instructors } from '../features/enrolment/instructors.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { QueryView } from '../shared/ui/states.js';

/** What a cohort is called, who teaches it, what is due when, and what happened in it. */
export function CohortSettingsPage() {
  const { id } = useParams({ from: '/cohorts/$id/settings' });
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id) });
  return (
    <Page
      title="Settings of the cohort"
      width="text"
      lead={cohort.data === undefined ? undefined : `${cohort.data.name}, ${cohort.data.courseTitle}`}
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
      actions={
        <Link to="/cohorts/$id/enrol" params={{ id }} className="button">
          Enrol learners
        </Link>
      }
    >
      <QueryView query={cohort}>
        {(data) => (
          <>
            <CohortForm cohort={data} />
            <Instructors cohort={data} />
            <DueDates cohort={data} />
            <ArchiveCohort cohort={data} />
            <History cohortId={data.id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
