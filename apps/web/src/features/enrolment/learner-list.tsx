import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Cohort, EnrolledLearner, TransferReport } from '#libs/api-client';

import { csvFile, fileName, saveFile } from '../../shared/download.js';
import { api } from '../../shared/session/session.js';
import { count, counted } from '../../shared/text/numbers.js';
import { announce } from '../../shared/ui/announcer.js';
import { Field, SelectField } from '../../shared/ui/field.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { refreshCohort } from './after-change.js';
import { Confirm } from './confirm.js';

/** As many as one change may touch. */
const chosenMax = 500;

const transferWords: Record<TransferReport['items'][number]['outcome'], string> = {
  transferred: 'transferred',
  already_there: 'already in the other cohort, now only there',
  not_in_cohort: 'not in this cohort any more',
  teaches_cohort: 'teaches the other cohort',
  own_account: 'your own account: somebody else transfers you',
};

function transferSummary({ items }: TransferReport): string {
  const tally = new Map<string, number>();
  for (const { outcome } of items) tally.set(transferWords[outcome], (tally.get(transferWords[outcome]) ?? 0) + 1);
  return [...tally].map(([words, number]) => `${count(number)} ${words}`).join('; ');
}

interface TransferProps {
  cohort: Cohort;
  chosen: readonly string[];
  isOpen: boolean;
  onClose: () => void;
  onDone: (words: string) => void;
}

function Transfer({ cohort, chosen, isOpen, onClose, onDone }: TransferProps) {
  const queries = useQueryClient();
  const [picked, setPicked] = useState<string | null>(null);
  const cohorts = useQuery({
    queryKey: ['cohorts', 'active'],
    queryFn: () => api.quiz.cohorts({ state: 'active', limit: 200 }),
    enabled: isOpen,
  });
  const others = (cohorts.data?.items ?? []).filter(
    ({ id, courseId }) => id !== cohort.id && courseId === cohort.courseId,
  );
  const to = picked ?? others[0]?.id ?? '';
  const transfer = useMutation({
    mutationFn: () => api.quiz.transferLearners(cohort.id, { learnerIds: [...chosen], toCohortId: to }),
    onSuccess: (report) => {
      refreshCohort(queries);
      onDone(transferSummary(report));
    },
  });
  return (
    <Dialog title={`Transfer ${counted(chosen.length, 'learner')}`} isOpen={isOpen} onClose={onClose}>
      <p>Their progress, badges and accommodations go with them. Due dates are those of the other cohort.</p>
      {cohorts.isPending ? <Skeleton rows={1} /> : null}
      {cohorts.isError ? <ErrorNote error={cohorts.error} onRetry={() => void cohorts.refetch()} /> : null}
      {cohorts.isSuccess && others.length === 0 ? (
        <p>You teach no other active cohort of {cohort.courseTitle}.</p>
      ) : (
        <SelectField
          label="To"
          value={to}
          onChange={setPicked}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {transfer.isError ? <ErrorNote error={transfer.error} /> : null}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={to === '' || transfer.isPending}
          onClick={() => transfer.mutate()}
        >
          Transfer
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}

interface RowsProps {
  cohort: Cohort;
  items: readonly EnrolledLearner[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

function Rows({ cohort, items, chosen, onChoose }: RowsProps) {
  const ids = items.map(({ learnerId }) => learnerId);
  const areAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <div className="table-scroll" role="region" aria-label="Table of learners" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {cohort.isArchived ? null : (
              <th scope="col">
                <span className="check">
                  <input
                    type="checkbox"
                    aria-label="Choose all that are shown"
                    checked={areAll}
                    onChange={(event) => onChoose(ids.slice(0, chosenMax), event.target.checked)}
                  />
                </span>
              </th>
            )}
            <th scope="col">Learner</th>
            <th scope="col">Enrolled</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ learnerId, displayName, email, enrolledAt }) => (
            <tr key={learnerId}>
              {cohort.isArchived ? null : (
                <td>
                  <span className="check">
                    <input
                      type="checkbox"
                      aria-label={`Choose ${displayName}`}
                      checked={chosen.has(learnerId)}
                      onChange={(event) => onChoose([learnerId], event.target.checked)}
                    />
                  </span>
                </td>
              )}
              <td className="enrolment-address">
                <Link to="/cohorts/$id/learners/$learner" params={{ id: cohort.id, learner: learnerId }}>
                  {displayName === '' ? 'A learner without a name' : displayName}
                </Link>
                <p className="muted small-text">{email}</p>
              </td>
              <td>
                <When at={enrolledAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LearnerListProps {
  cohort: Cohort;
  search: string | undefined;
  onSearch: (search: string | undefined) => void;
}

function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) if (isChosen && next.size < chosenMax) next.add(id);
    for (const id of ids) if (!isChosen) next.delete(id);
    setChosen(next);
  };
  return { chosen, choose, clear: () => setChosen(new Set()) };
}

/** Who learns in the cohort, by name; found, chosen, transferred, taken out. */
export function LearnerList({ cohort, search, onSearch }: LearnerListProps) {
  const queries = useQueryClient();
  const { chosen, choose, clear } = useChosen();
  const [asked, setAsked] = useState<'transfer' | 'remove' | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const learners = useInfiniteQuery({
    queryKey: ['learners', cohort.id, search],
    queryFn: ({ pageParam }) => api.quiz.learners(cohort.id, { search, cursor: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const done = (words: string) => {
    clear();
    setAsked(null);
    setTold(words);
    announce(words);
  };
  const remove = useMutation({
    mutationFn: () => api.quiz.removeLearners(cohort.id, [...chosen]),
    onSuccess: ({ items }) => {
      refreshCohort(queries);
      done(`${counted(items.filter(({ outcome }) => outcome === 'removed').length, 'learner')} taken out.`);
    },
  });
  const save = useMutation({
    mutationFn: () => api.quiz.exportLearners(cohort.id),
    onSuccess: (text) => saveFile(csvFile(text), `${fileName(cohort.name)}-learners.csv`),
  });
  const items = learners.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-labelledby="learners">
      <h2 id="learners">{counted(cohort.learnerCount, 'learner')}</h2>
      <div className="form">
        <Field
          label="Find by name or email"
          type="search"
          value={search ?? ''}
          onChange={(event) => onSearch(event.target.value || undefined)}
        />
      </div>
      {told === null ? null : <p>{told}</p>}
      {save.isError ? <ErrorNote error={save.error} /> : null}
      {learners.isPending ? <Skeleton kind="row" rows={6} /> : null}
      {learners.isError ? <ErrorNote error={learners.error} onRetry={() => void learners.refetch()} /> : null}
      {learners.isSuccess && items.length === 0 ? (
        <Empty title={search === undefined ? 'Nobody is enrolled yet' : 'Nobody matches'} />
      ) : null}
      {items.length === 0 ? null : <Rows cohort={cohort} items={items} chosen={chosen} onChoose={choose} />}
      <More query={learners} />
      <div className="row">
        {cohort.isArchived ? null : (
          <>
            <button type="button" className="button" disabled={chosen.size === 0} onClick={() => setAsked('transfer')}>
              Transfer {count(chosen.size)}
            </button>
            <button
              type="button"
              className="button danger"
              disabled={chosen.size === 0}
              onClick={() => setAsked('remove')}
            >
              Take out {count(chosen.size)}
            </button>
          </>
        )}
        {items.length === 0 ? null : (
          <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate()}>
            Download as CSV
          </button>
        )}
      </div>
      <Transfer
        cohort={cohort}
        chosen={[...chosen]}
        isOpen={asked === 'transfer'}
        onClose={() => setAsked(null)}
        onDone={done}
      />
      <Confirm
        title={`Take ${counted(chosen.size, 'learner')} out?`}
        action="Take out"
        isOpen={asked === 'remove'}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsked(null)}
      >
        <p>
          They leave this cohort and its figures. What they achieved stays theirs, and you can enrol them again. They
          cannot come back by a link or by themselves.
        </p>
      </Confirm>
    </section>
  );
}
