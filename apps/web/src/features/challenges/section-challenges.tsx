import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { ApiProblem, type SectionChallenge } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { stemLine } from '../../shared/text/questions.js';
import { TextField } from '../../shared/ui/field.js';
import { More } from '../../shared/ui/more.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import './challenges.css';

const replyLengthMax = 2_000;

const stateWords: Record<SectionChallenge['state'], { words: string; tone: string }> = {
  open: { words: 'Open', tone: 'tag-warning' },
  accepted: { words: 'Accepted', tone: 'tag-success' },
  declined: { words: 'Declined', tone: '' },
};

function Verdict({ challenge }: { challenge: SectionChallenge }) {
  const queries = useQueryClient();
  const [reply, setReply] = useState('');
  const resolve = useMutation({
    mutationFn: (outcome: 'accepted' | 'declined') =>
      api.quiz.resolveChallenge(challenge.id, { outcome, reply: reply.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['section-challenges'] }),
    onError: (error) => {
      // Answered meanwhile by somebody else: what is there is what counts.
      if (error instanceof ApiProblem && error.status === 409) {
        void queries.invalidateQueries({ queryKey: ['section-challenges'] });
      }
    },
  });
  const isEmpty = reply.trim() === '';
  return (
    <div className="stack">
      <TextField
        label={`Reply to ${challenge.learnerName ?? 'the learner'}`}
        rows={3}
        maxLength={replyLengthMax}
        value={reply}
        hint="They read it with your decision."
        onChange={(event) => setReply(event.target.value)}
      />
      {resolve.isError ? <ErrorNote error={resolve.error} /> : null}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={isEmpty || resolve.isPending}
          onClick={() => resolve.mutate('accepted')}
        >
          Accept
        </button>
        <button
          type="button"
          className="button"
          disabled={isEmpty || resolve.isPending}
          onClick={() => resolve.mutate('declined')}
        >
          Decline
        </button>
      </div>
    </div>
  );
}

function ChallengeCard({ challenge, about }: { challenge: SectionChallenge; about: ReactNode }) {
  return (
    <li className="card stack">
      <div className="row">
        <span className={`tag ${stateWords[challenge.state].tone}`}>{stateWords[challenge.state].words}</span>
        <span className="muted small-text">
          {challenge.learnerName ?? 'A learner'}, <When at={challenge.madeAt} />, on version {challenge.questionVersion}{' '}
          in publication {challenge.publication}
        </span>
      </div>
      <h2 className="list-title">{stemLine(challenge.stemStart, 140)}</h2>
      <blockquote className="challenge-text">{challenge.text}</blockquote>
      <p className="small-text">
        {counted(challenge.questionTotal, 'challenge')} of this question, {challenge.questionOpen} open.
      </p>
      {about}
      {challenge.state === 'open' ? (
        <Verdict challenge={challenge} />
      ) : (
        <div className="stack-tight">
          <p className="note-title">You replied</p>
          <p className="challenge-text">{challenge.reply}</p>
        </div>
      )}
    </li>
  );
}

export type ChallengeState = 'open' | 'accepted' | 'declined';

interface SectionChallengesProps {
  sectionId: string;
  /** Undefined shows all. */
  state: ChallengeState | undefined;
  questionId: string | undefined;
  /** What stands beside a challenge: statistics of its question and ways on. */
  renderAbout: (challenge: SectionChallenge) => ReactNode;
}

/** What learners say is wrong, for the author to answer. */
export function SectionChallenges({ sectionId, state, questionId, renderAbout }: SectionChallengesProps) {
  const challenges = useInfiniteQuery({
    queryKey: ['section-challenges', sectionId, state, questionId],
    queryFn: ({ pageParam }) => api.quiz.sectionChallenges(sectionId, { state, questionId, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (challenges.isPending) return <Skeleton kind="card" rows={2} />;
  if (challenges.data === undefined) {
    return <ErrorNote error={challenges.error} onRetry={() => void challenges.refetch()} />;
  }
  const items = challenges.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Empty title={state === 'open' ? 'No open challenges' : 'No challenges'}>
        <p>When a learner says that a question is wrong, it stands here for you to answer.</p>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <ul className="plain-list stack" aria-label="Challenges">
        {items.map((challenge) => (
          <ChallengeCard key={challenge.id} challenge={challenge} about={renderAbout(challenge)} />
        ))}
      </ul>
      <More query={challenges} />
    </div>
  );
}
