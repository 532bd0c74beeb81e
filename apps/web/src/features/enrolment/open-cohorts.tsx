import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { OpenCohort } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { useSession } from '../../shared/session/use-session.js';
import { hasRole } from '../../shared/session/session.js';
import { ErrorNote } from '../../shared/ui/states.js';

const shownMax = 50;

function Row({ cohort }: { cohort: OpenCohort }) {
  const queries = useQueryClient();
  const onSuccess = () => {
    for (const key of ['my-cohorts', 'open-cohorts', 'progress']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const join = useMutation({ mutationFn: () => api.quiz.joinCohort(cohort.id), onSuccess });
  const leave = useMutation({ mutationFn: () => api.quiz.leaveCohort(cohort.id), onSuccess });
  const isBusy = join.isPending || leave.isPending;
  return (
    <li className="card stack-tight">
      <h3>{cohort.name}</h3>
      {cohort.instructors.length === 0 ? null : (
        <p className="muted small-text">Taught by {cohort.instructors.join(', ')}</p>
      )}
      {join.isError || leave.isError ? <ErrorNote error={join.error ?? leave.error} /> : null}
      <div className="row">
        {cohort.isMine ? <span className="tag tag-success">You are in it</span> : null}
        {cohort.isMine ? null : (
          <button type="button" className="button" disabled={isBusy} onClick={() => join.mutate()}>
            Join<span className="visually-hidden"> {cohort.name}</span>
          </button>
        )}
        {cohort.isMine && cohort.canLeave ? (
          <button type="button" className="button small" disabled={isBusy} onClick={() => leave.mutate()}>
            Leave<span className="visually-hidden"> {cohort.name}</span>
          </button>
        ) : null}
      </div>
    </li>
  );
}

/** Cohorts of a course that anyone may join; nothing where there are none. */
export function OpenCohorts({ courseId }: { courseId: string }) {
  const isLearner = hasRole(useSession(), 'learner');
  const cohorts = useQuery({
    queryKey: ['open-cohorts', courseId],
    queryFn: () => api.quiz.openCohorts(courseId, { limit: shownMax }),
    enabled: isLearner,
  });
  if (!isLearner || cohorts.data === undefined || cohorts.data.items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="open-cohorts">
      <h2 id="open-cohorts">Learn in a group</h2>
      <p className="muted">
        Instructors of a cohort see your name, your address and how you get on in this course. You can leave at any
        time; what you achieved stays yours.
      </p>
      <ul className="cards">
        {cohorts.data.items.map((cohort) => (
          <Row key={cohort.id} cohort={cohort} />
        ))}
      </ul>
    </section>
  );
}
