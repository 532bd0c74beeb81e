import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import type { Attempt, AttemptResult, ReviewItem } from '#libs/api-client';

import { Outbox } from '../features/attempt/outbox.js';
import { ReviewQuestion } from '../features/review/review-item.js';
import { Verdict } from '../features/review/verdict.js';
import '../features/review/review.css';
import { attemptQuery } from '../shared/queries.js';
import { useAccount } from '../shared/session/use-session.js';
import { counted } from '../shared/text/numbers.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

const worstFirst: Record<NonNullable<ReviewItem['outcome']>, number> = {
  incorrect: 0,
  unanswered: 1,
  partial: 2,
  pending: 3,
  correct: 4,
};

const rank = ({ outcome }: ReviewItem) => (outcome === null ? 0 : worstFirst[outcome]);

function withheldWords(result: AttemptResult): string {
  if (result.reviewWithheld === 'after_pass') return 'The answers open once you pass.';
  if (result.reviewWithheld === 'never') return 'The author keeps the answers of this quiz closed.';
  return 'Only the score is shown for this quiz.';
}

/** Answers that time ended before they were sent: said once, then let go. */
function LateAnswers({ attemptId }: { attemptId: string }) {
  const account = useAccount();
  const [late] = useState(() =>
    account === null ? 0 : new Outbox(localStorage, { id: attemptId, learnerId: account.id }).entries().length,
  );
  useEffect(() => {
    if (late > 0 && account !== null) new Outbox(localStorage, { id: attemptId, learnerId: account.id }).clear();
  }, [late, account, attemptId]);
  if (late === 0) return null;
  return (
    <div className="note note-warning" role="status">
      <Icon name="offline" />
      <p>
        {counted(late, 'answer')} on this device had not reached the server when the attempt ended, and could not count.
        Tell your instructor if the connection failed.
      </p>
    </div>
  );
}

function Review({ attempt, result }: { attempt: Attempt; result: AttemptResult }) {
  if (result.review === null) return <p className="muted">{withheldWords(result)}</p>;
  const numbers = new Map(attempt.questions.map((question, index) => [question.id, index + 1]));
  const items = result.review.toSorted(
    (one, other) =>
      rank(one) - rank(other) || (numbers.get(one.questionId) ?? 0) - (numbers.get(other.questionId) ?? 0),
  );
  return (
    <section className="stack" aria-labelledby="review">
      <h2 id="review">
        {result.review.every(({ outcome }) => outcome === 'correct') ? 'Review' : 'What went wrong first'}
      </h2>
      {items.map((item) => {
        const question = attempt.questions.find(({ id }) => id === item.questionId);
        return question === undefined ? null : (
          <ReviewQuestion
            key={item.questionId}
            number={numbers.get(item.questionId) ?? 0}
            question={question}
            item={item}
            answer={attempt.answers.find(({ questionId }) => questionId === item.questionId)?.answer}
          />
        );
      })}
    </section>
  );
}

function Outcome({ attempt }: { attempt: Attempt }) {
  const isFresh = useRouterState({ select: (state) => state.location.state.isFresh === true });
  if (attempt.state === 'voided') {
    return (
      <Empty title="This attempt was voided">
        <p>It does not count. Ask your instructor for the reason.</p>
      </Empty>
    );
  }
  if (attempt.result === null) return <Skeleton kind="card" rows={1} />;
  return (
    <>
      <Verdict attempt={attempt} result={attempt.result} isFresh={isFresh} />
      <LateAnswers attemptId={attempt.id} />
      <Review attempt={attempt} result={attempt.result} />
    </>
  );
}

export function ReviewPage() {
  const { id } = useParams({ from: '/attempts/$id/review' });
  const attempt = useQuery(attemptQuery(id));
  if (attempt.data?.state === 'in_progress') return <Navigate to="/attempts/$id" params={{ id }} replace />;
  const above =
    attempt.data === undefined ? undefined : (
      <Link
        to="/courses/$slug/sections/$section"
        params={{ slug: attempt.data.courseId, section: attempt.data.sectionId }}
      >
        {attempt.data.sectionTitle}
      </Link>
    );
  return (
    <Page title={attempt.data === undefined ? 'Result' : `Result of attempt ${attempt.data.number}`} above={above}>
      <QueryView query={attempt} skeleton={<Skeleton kind="card" rows={3} />}>
        {(data) => <Outcome attempt={data} />}
      </QueryView>
    </Page>
  );
}
