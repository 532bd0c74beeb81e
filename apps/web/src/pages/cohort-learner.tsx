import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { AccommodationForm } from '../features/cohorts/accommodation-form.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

/** What a learner of a cohort has been granted. */
export function CohortLearnerPage() {
  const { id, learner: learnerId } = useParams({ from: '/cohorts/$id/learners/$learner' });
  const dashboard = useQuery({ queryKey: ['dashboard', id], queryFn: () => api.quiz.dashboard(id) });
  const granted = useQuery({
    queryKey: ['accommodation-of', learnerId],
    queryFn: () => api.quiz.accommodationOf(learnerId),
  });
  const learner = dashboard.data?.learners.find((one) => one.learnerId === learnerId);
  return (
    <Page
      title={learner?.displayName ?? 'Learner'}
      above={
        <Link to="/cohorts/$id" params={{ id }}>
          Cohort
        </Link>
      }
    >
      <section className="stack" aria-labelledby="accommodation">
        <h2 id="accommodation">Accommodation</h2>
        <QueryView query={granted} skeleton={<Skeleton rows={4} />}>
          {(data) => <AccommodationForm learnerId={learnerId} granted={data} />}
        </QueryView>
      </section>
    </Page>
  );
}
