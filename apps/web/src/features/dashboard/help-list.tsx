import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { NeedsHelp } from '#libs/api-client';

import { helpReasons, type HelpReason } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { SelectField } from '../../shared/ui/field.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { CsvButton } from './csv-button.js';

export const reasonWords: Record<HelpReason, string> = {
  stuck: 'Stuck',
  overdue: 'Overdue',
  failing: 'Failing again and again',
  idle: 'Idle',
};

const tones: Record<HelpReason, string> = {
  stuck: 'tag-danger',
  overdue: 'tag-warning',
  failing: 'tag-warning',
  idle: '',
};

/** Opens the mail program with an empty letter: what to say is for the instructor. */
export function MailButton({ email, displayName }: { email: string; displayName: string }) {
  return (
    <a className="button small" href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
      Write to {displayName}
    </a>
  );
}

export function Reasons({ reasons }: Pick<NeedsHelp, 'reasons'>) {
  return (
    <ul className="plain-list stack-tight">
      {reasons.map(({ code, text, sectionId, since }) => (
        <li key={`${code} ${sectionId ?? ''}`}>
          <span className={`tag ${tones[code]}`}>{reasonWords[code]}</span> {text}{' '}
          <span className="muted small-text">
            Since <When at={since} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Person({ person }: { person: NeedsHelp }) {
  const { learnerId, displayName, email, lastActivityAt, reasons } = person;
  return (
    <li className="card help">
      <div className="stack-tight">
        <h3 className="help-name">
          <Link
            from="/cohorts/$id"
            to="/cohorts/$id/learners/$learner"
            params={(before) => ({ ...before, learner: learnerId })}
          >
            {displayName}
          </Link>
        </h3>
        <p className="muted small-text">
          {lastActivityAt === null ? (
            'Never active'
          ) : (
            <>
              Last active <When at={lastActivityAt} />
            </>
          )}
        </p>
        <Reasons reasons={reasons} />
      </div>
      <MailButton email={email} displayName={displayName} />
    </li>
  );
}

interface HelpListProps {
  cohortId: string;
  name: string;
  reason: HelpReason | undefined;
  onReason: (reason: HelpReason | undefined) => void;
}

/** Who may need help, and why, with a way to write to them. */
export function HelpList({ cohortId, name, reason, onReason }: HelpListProps) {
  const people = useInfiniteQuery({
    queryKey: ['needs-help', cohortId, reason],
    queryFn: ({ pageParam }) => api.quiz.needsHelp(cohortId, { reason, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="help">
      <div className="chart-head">
        <h2 id="help">Who may need help</h2>
        <CsvButton name={`${name} needs help`} load={() => api.quiz.needsHelpCsv(cohortId, { reason })} />
      </div>
      <div className="filters">
        <SelectField
          label="Reason"
          value={reason ?? ''}
          onChange={(value) => onReason(helpReasons.find((known) => known === value))}
          options={[
            { value: '', label: 'Any reason' },
            ...helpReasons.map((value) => ({ value, label: reasonWords[value] })),
          ]}
        />
      </div>
      {people.isPending ? <Skeleton kind="card" rows={3} /> : null}
      {people.isError ? <ErrorNote error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.isSuccess && items.length === 0 ? (
        <Empty title={reason === undefined ? 'Nobody needs help now' : 'Nobody for this reason'}>
          <p>Learners who fail again and again, miss a due date or are idle for a week are listed here.</p>
        </Empty>
      ) : null}
      <ul className="plain-list stack">
        {items.map((person) => (
          <Person key={person.learnerId} person={person} />
        ))}
      </ul>
      <More query={people} />
    </section>
  );
}
