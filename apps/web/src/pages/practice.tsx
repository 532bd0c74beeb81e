import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';

import { ApiProblem } from '#libs/api-client';

import { PracticePlayer } from '../features/practice/practice-player.js';
import { PracticeSummary } from '../features/practice/practice-summary.js';
import { practiceQuery } from '../shared/queries.js';
import { practiceSentences } from '../shared/text/policy.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

/** While a quiz of the section runs, practice would show what is asked in it. */
function Paused() {
  return (
    <Empty title="Practice waits for you">
      <p>You have an attempt at the quiz of this section open. Hand it in first, then go on here.</p>
      <Link to="/home" className="button primary">
        Go to your quiz <Icon name="arrow" />
      </Link>
    </Empty>
  );
}

/** Working through a section's questions with feedback at once; nothing of it counts. */
export function PracticePage() {
  const { id } = useParams({ from: '/practice/$id' });
  const { q = 1 } = useSearch({ from: '/practice/$id' });
  const practice = useQuery(practiceQuery(id));
  const session = practice.data;
  const isPaused = practice.error instanceof ApiProblem && practice.error.code === 'practice_paused';
  return (
    <Page
      title={session === undefined ? 'Practice' : `Practice: ${session.sectionTitle}`}
      lead={session === undefined ? undefined : `It does not count. ${practiceSentences(session).join(' ')}`}
      above={
        session === undefined ? undefined : (
          <Link to="/courses/$slug/sections/$section" params={{ slug: session.courseId, section: session.sectionId }}>
            Back to the section; practice waits for you
          </Link>
        )
      }
    >
      {isPaused ? <Paused /> : null}
      {isPaused ? null : (
        <QueryView query={practice} skeleton={<Skeleton kind="card" rows={2} />}>
          {(data) => {
            if (data.finishedAt !== null) return <PracticeSummary session={data} />;
            if (data.questions.length === 0) return <Empty title="This section has no questions" />;
            return <PracticePlayer session={data} q={q} />;
          }}
        </QueryView>
      )}
    </Page>
  );
}
