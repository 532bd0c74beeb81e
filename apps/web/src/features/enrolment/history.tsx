import { useInfiniteQuery } from '@tanstack/react-query';

import type { CohortHistoryEntry } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { More } from '../../shared/ui/more.js';
import { ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';

type Detail = CohortHistoryEntry['detail'];

const word = (detail: Detail, key: string): string => String(detail[key] ?? '');

const ways: Record<string, string> = {
  list: '',
  import: ' from a file',
  link: ' by a link',
  open_cohort: ' by themselves',
  invitation: ' by invitation',
};
const refusals: Record<string, string> = {
  cohort_archived: 'the cohort was archived',
  inviter_lost_role: 'whoever invited them does not teach any more',
  teaches_cohort: 'they teach the cohort',
};

/** One entry as a sentence after the name of whoever did it. */
function sentence({ act, actor, person, email, detail }: CohortHistoryEntry): string {
  const who = person?.displayName ?? 'somebody whose account is gone';
  const address = email ?? 'an address that was erased';
  switch (act) {
    case 'created':
      return 'made the cohort';
    case 'renamed':
      return `renamed it from “${word(detail, 'before')}” to “${word(detail, 'after')}”`;
    case 'archived':
      return 'archived it';
    case 'unarchived':
      return 'took it out of the archive';
    case 'self_enrolment_opened':
      return 'opened it to everybody';
    case 'self_enrolment_closed':
      return 'closed it to those who come by themselves';
    case 'due_dates_changed':
      return `changed ${counted(Number(detail['sections']), 'due date')}`;
    case 'instructor_added':
      return `added ${who} as instructor`;
    case 'instructor_removed':
      return `took ${who} out as instructor`;
    case 'enrolled': {
      const way = ways[word(detail, 'via')] ?? '';
      return actor.id === person?.id ? `came in${way}` : `enrolled ${who}${way}`;
    }
    case 'removed':
      return `took ${who} out`;
    case 'left':
      return 'left';
    case 'transferred_in':
      return `transferred ${who} here from “${word(detail, 'fromCohort')}”`;
    case 'transferred_out':
      return `transferred ${who} to “${word(detail, 'toCohort')}”`;
    case 'invited':
      return `invited ${address}`;
    case 'invitation_resent':
      return `invited ${address} again`;
    case 'invitation_withdrawn':
      return `withdrew the invitation of ${address}`;
    case 'invitation_refused':
      return `had invited ${address}, who was not let in: ${refusals[word(detail, 'reason')] ?? ''}`;
    case 'link_made':
      return `made a link for ${counted(Number(detail['limit']), 'person', 'people')}`;
    case 'link_revoked':
      return 'took a link back';
    default:
      return act satisfies never;
  }
}

/** Who did what to whom; nothing is ever taken out of it. */
export function History({ cohortId }: { cohortId: string }) {
  const history = useInfiniteQuery({
    queryKey: ['cohort-history', cohortId],
    queryFn: ({ pageParam }) => api.quiz.cohortHistory(cohortId, { cursor: pageParam, limit: 20 }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">History</h2>
      {history.isPending ? <Skeleton rows={5} /> : null}
      {history.isError ? <ErrorNote error={history.error} onRetry={() => void history.refetch()} /> : null}
      <ol className="plain-list stack-tight">
        {items.map((entry) => (
          <li key={entry.id}>
            <strong>{entry.actor.displayName ?? 'Somebody who left'}</strong> {sentence(entry)}{' '}
            <span className="muted small-text">
              <When at={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      <More query={history} />
    </section>
  );
}
