import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';

import type { Attempt } from '#libs/api-client';

import { Player } from '../features/attempt/player.js';
import { attemptQuery } from '../shared/queries.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

const titleOf = ({ purpose, sectionTitle }: Attempt) =>
  purpose === 'renewal' ? `Renewal: ${sectionTitle}` : sectionTitle;

/** The quiz. An attempt that is over shows its review. */
export function AttemptPage() {
  const { id } = useParams({ from: '/attempts/$id' });
  const search = useSearch({ from: '/attempts/$id' });
  const attempt = useQuery(attemptQuery(id));
  const queries = useQueryClient();
  // What is saved from here on is not in the cached copy: a later visit asks anew.
  useEffect(
    () => () => {
      if (queries.getQueryData(attemptQuery(id).queryKey)?.state === 'in_progress') {
        queries.removeQueries({ queryKey: attemptQuery(id).queryKey });
      }
    },
    [id, queries],
  );
  if (attempt.data !== undefined && attempt.data.state !== 'in_progress') {
    return <Navigate to="/attempts/$id/review" params={{ id }} replace />;
  }
  return (
    <Page
      title={attempt.data === undefined ? 'Quiz' : titleOf(attempt.data)}
      above={
        attempt.data === undefined ? undefined : (
          <Link
            to="/courses/$slug/sections/$section"
            params={{ slug: attempt.data.courseId, section: attempt.data.sectionId }}
          >
            Leave for now; the quiz keeps what you answered
          </Link>
        )
      }
    >
      <QueryView query={attempt} skeleton={<Skeleton kind="card" rows={2} />}>
        {(data) =>
          data.questions.length === 0 ? (
            <Empty title="This quiz has no questions" />
          ) : (
            <Player attempt={data} receivedAt={attempt.dataUpdatedAt} search={search} />
          )
        }
      </QueryView>
    </Page>
  );
}
