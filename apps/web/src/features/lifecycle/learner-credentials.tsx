import { useQuery } from '@tanstack/react-query';

import { api } from '../../shared/session/session.js';
import { Empty, QueryView, Skeleton } from '../../shared/ui/states.js';
import { HeldCredentialCard } from './held-credential.js';

interface LearnerCredentialsProps {
  cohortId: string;
  learnerId: string;
}

/** More than a course has sections. */
const shownMax = 200;

/** What a learner of a cohort holds in its course, with what an instructor can decide about it. */
export function LearnerCredentials({ cohortId, learnerId }: LearnerCredentialsProps) {
  const held = useQuery({
    queryKey: ['held-credentials', cohortId, learnerId],
    queryFn: () => api.quiz.cohortCredentials(cohortId, { learnerId, limit: shownMax }),
  });
  return (
    <section className="stack" aria-labelledby="credentials">
      <h2 id="credentials">Badges and certificates</h2>
      <QueryView query={held} skeleton={<Skeleton kind="row" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="None yet" />
          ) : (
            <ul className="plain-list stack">
              {items.map((credential) => (
                <HeldCredentialCard key={credential.id} credential={credential} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}
