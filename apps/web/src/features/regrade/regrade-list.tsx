import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { api } from '../../shared/session/session.js';
import { count, counted } from '../../shared/text/numbers.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { policyLabel, stateWords } from './words.js';

/** The regrades of a section, newest first. */
export function RegradeList({ sectionId }: { sectionId: string }) {
  const regrades = useInfiniteQuery({
    queryKey: ['regrades', sectionId],
    queryFn: ({ pageParam }) => api.quiz.regrades(sectionId, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (regrades.isPending) return <Skeleton kind="row" rows={3} />;
  if (regrades.data === undefined) {
    return <ErrorNote error={regrades.error} onRetry={() => void regrades.refetch()} />;
  }
  const items = regrades.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Empty title="No regrades yet">
        <p>When a question was wrong, correct it, publish, and choose Regrade attempts in its editor.</p>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <ul className="plain-list stack" aria-label="Regrades">
        {items.map((regrade) => (
          <li key={regrade.id} className="card card-link">
            <h2 className="list-title">
              <Link
                from="/author/courses/$id/sections/$section"
                to="/author/courses/$id/sections/$section/regrades/$regrade"
                params={(before) => ({ ...before, regrade: regrade.id })}
                search={{}}
              >
                {regrade.reason}
              </Link>
            </h2>
            <p className="row small-text">
              <span className={`tag ${stateWords[regrade.state].tone}`}>{stateWords[regrade.state].words}</span>
              {policyLabel(regrade.policy)}, by version {regrade.toVersion}.{' '}
              {counted(regrade.summary.changed, 'attempt')} of {count(regrade.summary.attempts)} changed.
              <span className="muted">
                Begun <When at={regrade.madeAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      {regrades.hasNextPage ? (
        <div>
          <button type="button" className="button" onClick={() => void regrades.fetchNextPage()}>
            Show older
          </button>
        </div>
      ) : null}
    </div>
  );
}
