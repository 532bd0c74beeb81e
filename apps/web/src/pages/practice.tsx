import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';

import { PracticePlayer } from '../features/practice/practice-player.js';
import { PracticeSummary } from '../features/practice/practice-summary.js';
import { practiceQuery } from '../shared/queries.js';
import { practiceSentences } from '../shared/text/policy.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

/** Working through a section's questions with feedback at once; nothing of it counts. */
export function PracticePage() {
  const { id } = useParams({ from: '/practice/$id' });
  const { q = 1 } = useSearch({ from: '/practice/$id' });
  const practice = useQuery(practiceQuery(id));
  const session = practice.data;
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
      <QueryView query={practice} skeleton={<Skeleton kind="card" rows={2} />}>
        {(data) => {
          if (data.finishedAt !== null) return <PracticeSummary session={data} />;
          if (data.questions.length === 0) return <Empty title="This section has no questions" />;
          return <PracticePlayer session={data} q={q} />;
        }}
      </QueryView>
    </Page>
  );
}
