import { useInfiniteQuery } from '@tanstack/react-query';

import type { Regrade, RegradeChange } from '#libs/api-client';

import { changeFilters, type ChangeFilter } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { percent, points } from '../../shared/text/numbers.js';
import { Icon } from '../../shared/ui/icon.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { consequences, filterWords } from './words.js';

const pass = (has: boolean | null) => (has === null ? 'waiting for marks' : has ? 'passed' : 'not passed');

function Score({ change }: { change: RegradeChange }) {
  const isUp = (change.percentBefore ?? 0) < change.percentAfter;
  const isDown = (change.percentBefore ?? 0) > change.percentAfter;
  return (
    <span className="row change-score">
      <span>
        {change.scoreBefore === null
          ? 'Waiting'
          : `${points(change.scoreBefore)} of ${points(change.scoreMaxBefore ?? 0)}`}
      </span>
      <Icon name="arrow" size={16} />
      <span className="visually-hidden">becomes</span>
      <span>
        {points(change.scoreAfter)} of {points(change.scoreMaxAfter)} ({percent(change.percentAfter)})
      </span>
      {isUp ? <span className="tag tag-success">Up</span> : null}
      {isDown ? <span className="tag tag-warning">Down</span> : null}
    </span>
  );
}

function Row({ change }: { change: RegradeChange }) {
  const lines = consequences(change);
  return (
    <tr>
      <th scope="row">{change.learnerName ?? 'A learner without a name'}</th>
      <td className="number">{change.number}</td>
      <td>
        <Score change={change} />
      </td>
      <td>
        {change.hasPassedBefore === change.hasPassedAfter
          ? pass(change.hasPassedAfter)
          : `${pass(change.hasPassedBefore)}, then ${pass(change.hasPassedAfter)}`}
      </td>
      <td>{lines.length === 0 ? <span className="muted">Nothing else</span> : lines.join('. ')}</td>
    </tr>
  );
}

interface ChangesProps {
  regradeId: string;
  state: Regrade['state'];
  only: ChangeFilter | undefined;
  onOnly: (only: ChangeFilter | undefined) => void;
}

/** Every attempt that changes, learner by learner. */
export function Changes({ regradeId, state, only, onOnly }: ChangesProps) {
  const changes = useInfiniteQuery({
    queryKey: ['regrade-changes', regradeId, state, only],
    queryFn: ({ pageParam }) => api.quiz.regradeChanges(regradeId, { only, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="changes">
      <h2 id="changes">Changes by learner</h2>
      <div className="row" role="group" aria-label="Show">
        {[undefined, ...changeFilters].map((filter) => (
          <button
            key={filter ?? 'all'}
            type="button"
            className={`button small${filter === only ? ' primary' : ''}`}
            aria-pressed={filter === only}
            onClick={() => onOnly(filter)}
          >
            {filter === undefined ? 'All' : filterWords[filter]}
          </button>
        ))}
      </div>
      {changes.isPending ? (
        <Skeleton kind="row" rows={4} />
      ) : changes.data === undefined ? (
        <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />
      ) : items.length === 0 ? (
        <Empty title={only === undefined ? 'Nothing changes for anybody' : 'No change of this kind'} />
      ) : (
        <div className="table-scroll" role="region" aria-label="Table of changes" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Learner</th>
                <th scope="col" className="number">
                  Attempt
                </th>
                <th scope="col">Score</th>
                <th scope="col">Attempt counts as</th>
                <th scope="col">What follows</th>
              </tr>
            </thead>
            <tbody>
              {items.map((change) => (
                <Row key={`${change.attemptId}${change.number}`} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={changes} />
    </section>
  );
}
