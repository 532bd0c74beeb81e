import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { AccommodationForm } from '../features/cohorts/accommodation-form.js';
import '../features/dashboard/dashboard.css';
import { LearnerHead, LearnerSections, Timeline } from '../features/dashboard/learner-figures.js';
import { LearnerCredentials } from '../features/lifecycle/learner-credentials.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

/** One learner of a cohort: how they stand, what happened, and what they have been granted. */
export function CohortLearnerPage() {
  const { id, learner: learnerId } = useParams({ from: '/cohorts/$id/learners/$learner' });
  const cohort = useQuery({ queryKey: ['cohort', id], queryFn: () => api.quiz.cohort(id), staleTime: 60_000 });
  const insight = useQuery({
    queryKey: ['learner-insight', id, learnerId],
    queryFn: () => api.quiz.learnerInsight(id, learnerId),
    refetchInterval: 15_000,
  });
  const granted = useQuery({
    queryKey: ['accommodation-of', learnerId],
    queryFn: () => api.quiz.accommodationOf(learnerId),
  });
  const name = insight.data?.learner.displayName ?? 'Learner';
  return (
    <Page
      title={name}
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          {cohort.data?.name ?? 'Cohort'}
        </Link>
      }
    >
      <QueryView query={insight} skeleton={<Skeleton kind="row" rows={8} />}>
        {(data) => (
          <>
            <LearnerHead insight={data} />
            <LearnerSections insight={data} cohortId={id} />
            <Timeline cohortId={id} learnerId={learnerId} name={name} />
          </>
        )}
      </QueryView>
      <LearnerCredentials cohortId={id} learnerId={learnerId} />
      <section className="stack" aria-labelledby="accommodation">
        <h2 id="accommodation">Accommodation</h2>
        <QueryView query={granted} skeleton={<Skeleton rows={4} />}>
          {(data) => <AccommodationForm learnerId={learnerId} granted={data} />}
        </QueryView>
      </section>
    </Page>
  );
}
