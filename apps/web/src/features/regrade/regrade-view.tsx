import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Regrade } from '#libs/api-client';

import type { ChangeFilter } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { count, counted } from '../../shared/text/numbers.js';
import { announce } from '../../shared/ui/announcer.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote, QueryView, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { Changes } from './changes.js';
import { policyLabel, stateWords, summaryLines } from './words.js';
import './regrade.css';

const pollMs = 1_500;
const isMoving = (state: Regrade['state'] | undefined) => state === 'previewing' || state === 'applying';

function Progress({ regrade }: { regrade: Regrade }) {
  const { done, total } = regrade.progress;
  const part = total === 0 ? 0 : Math.min(100, (done / total) * 100);
  const label = regrade.state === 'applying' ? 'Applied so far' : 'Looked at so far';
  return (
    <div className="stack-tight">
      <p>
        {label}: {count(done)} of {counted(total, 'attempt')}
      </p>
      <progress className="visually-hidden" value={done} max={Math.max(total, 1)} aria-label={label} />
      <div className="bar" aria-hidden="true">
        <span style={{ width: `${part}%` }} />
      </div>
    </div>
  );
}

function Summary({ regrade }: { regrade: Regrade }) {
  const { summary, state } = regrade;
  const lines = summaryLines(summary);
  const isDone = state === 'applied' || state === 'applying';
  return (
    <section className="card stack" aria-labelledby="regrade-summary">
      <h2 id="regrade-summary">
        {counted(summary.changed, 'attempt')} {isDone ? 'changed' : 'would change'} of {count(summary.attempts)} with
        the question
      </h2>
      {lines.length === 0 ? (
        <p>No score, pass or badge {isDone ? 'changed' : 'would change'}.</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decide({ regrade }: { regrade: Regrade }) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const settle = (next: Regrade) => {
    setAsking(false);
    queries.setQueryData(['regrade', regrade.id], next);
    void queries.invalidateQueries({ queryKey: ['regrades', regrade.sectionId] });
  };
  const apply = useMutation({ mutationFn: () => api.quiz.applyRegrade(regrade.id), onSuccess: settle });
  const discard = useMutation({ mutationFn: () => api.quiz.discardRegrade(regrade.id), onSuccess: settle });
  const error = discard.error;
  return (
    <div className="stack">
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        {regrade.state === 'previewed' ? (
          <button type="button" className="button primary" onClick={() => setAsking(true)}>
            Apply
          </button>
        ) : null}
        <button type="button" className="button" disabled={discard.isPending} onClick={() => discard.mutate()}>
          Discard
        </button>
      </div>
      <Dialog title="Apply this regrade" isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>
          {counted(regrade.summary.changed, 'attempt')} will be graded anew, and{' '}
          {counted(regrade.summary.learners, 'learner')} will see the new score with your reason:
        </p>
        <blockquote>{regrade.reason}</blockquote>
        <p>It cannot be taken back; another regrade can follow.</p>
        {apply.isError ? <ErrorNote error={apply.error} /> : null}
        <div className="row">
          <button type="button" className="button primary" disabled={apply.isPending} onClick={() => apply.mutate()}>
            {apply.isPending ? 'Starting' : 'Apply it now'}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            Not yet
          </button>
        </div>
      </Dialog>
    </div>
  );
}

/** A screen reader hears when a walk is over. */
function useSpokenState(state: Regrade['state'] | undefined): void {
  useEffect(() => {
    if (state !== undefined && !isMoving(state)) announce(stateWords[state].words);
  }, [state]);
}

interface RegradeViewProps {
  id: string;
  only: ChangeFilter | undefined;
  onOnly: (only: ChangeFilter | undefined) => void;
}

/** How far a regrade is, what it changes for whom, and the decision. */
export function RegradeView({ id, only, onOnly }: RegradeViewProps) {
  const regrade = useQuery({
    queryKey: ['regrade', id],
    queryFn: () => api.quiz.regrade(id),
    refetchInterval: ({ state }) => (isMoving(state.data?.state) ? pollMs : false),
  });
  const state = regrade.data?.state;
  useSpokenState(state);
  return (
    <QueryView query={regrade} skeleton={<Skeleton kind="card" rows={2} />}>
      {(data) => (
        <div className="stack">
          <div className="row">
            <span className={`tag ${stateWords[data.state].tone}`}>{stateWords[data.state].words}</span>
            <span>{policyLabel(data.policy)}</span>
            <span className="muted small-text">
              by version {data.toVersion}, begun <When at={data.madeAt} />
            </span>
          </div>
          <p>Reason: {data.reason}</p>
          {isMoving(data.state) ? <Progress regrade={data} /> : null}
          {data.state === 'failed' ? (
            <div className="note note-danger">
              <Icon name="warn" />
              <div>
                <p className="note-title">The regrade stopped</p>
                <p>{data.failure ?? 'Nothing more is known. Start another one.'}</p>
              </div>
            </div>
          ) : null}
          {data.state === 'previewing' ? null : <Summary regrade={data} />}
          {data.state === 'previewed' || data.state === 'previewing' ? <Decide regrade={data} /> : null}
          {data.state === 'previewing' || data.state === 'discarded' ? null : (
            <Changes key={data.state} regradeId={id} state={data.state} only={only} onOnly={onOnly} />
          )}
        </div>
      )}
    </QueryView>
  );
}
