import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { MarkingItem } from '#libs/api-client';

import type { MarkingSearch } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { counted, share } from '../../shared/text/numbers.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';

export const queueKey = ['marking'];

/** The queue as its filters ask for it. */
export function queueQuery({ state, section, cohort }: MarkingSearch) {
  return {
    queryKey: [...queueKey, { state, section, cohort }],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      api.quiz.markingQueue({ state, sectionId: section, cohortId: cohort, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
  };
}

function QueueLine({ item, search }: { item: MarkingItem; search: MarkingSearch }) {
  return (
    <li className="card card-link">
      <h2 className="list-title">
        <Link
          to="/marking/$attempt/$question"
          params={{ attempt: item.attemptId, question: item.questionId }}
          search={search}
        >
          {item.learnerName || 'A learner without a name'}, {item.sectionTitle}
        </Link>
      </h2>
      <p className="muted small-text">
        Attempt {item.number}, handed in <When at={item.submittedAt} />
        {item.markedAt === null || item.share === null ? null : (
          <>
            . Marked <When at={item.markedAt} />: {share(item.share)}
          </>
        )}
      </p>
    </li>
  );
}

/** Answers that wait for a mark, the longest wait first; or those that have one. */
export function Queue({ search }: { search: MarkingSearch }) {
  const queue = useInfiniteQuery(queueQuery(search));
  if (queue.isPending) return <Skeleton kind="row" rows={4} />;
  if (queue.data === undefined) return <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />;
  const items = queue.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return search.state === 'marked' ? (
      <Empty title="Nothing marked yet" />
    ) : (
      <Empty title="Nothing waits for a mark">
        <p>Essays that learners hand in stand here, the longest wait first.</p>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <ul className="plain-list stack" aria-label="Answers">
        {items.map((item) => (
          <QueueLine key={item.attemptId + item.questionId} item={item} search={search} />
        ))}
      </ul>
      {queue.hasNextPage ? (
        <More query={queue} />
      ) : (
        <p className="muted small-text">{counted(items.length, 'answer')} shown, no more.</p>
      )}
    </div>
  );
}
