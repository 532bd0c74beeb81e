import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import type { Attempt, AttemptResult } from '#libs/api-client';

import { Outbox } from '../features/attempt/outbox.js';
import { ChallengeBox } from '../features/challenges/challenge-box.js';
import { Regrades } from '../features/review/regrades.js';
import { ReviewList } from '../features/review/review-list.js';
import { Verdict } from '../features/review/verdict.js';
import { withheldWords } from '../features/review/withheld.js';
import '../features/review/review.css';
import { attemptQuery, challengesQuery, courseQuery } from '../shared/queries.js';
import { useAccount } from '../shared/session/use-session.js';
import { counted } from '../shared/text/numbers.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

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
  const course = useQuery(courseQuery(attempt.courseId));
  const challenges = useQuery({ ...challengesQuery(attempt.id), enabled: result.review !== null });
  const quiz = course.data?.sections.find(({ id }) => id === attempt.sectionId)?.quiz;
  const withheld = withheldWords(result, quiz?.closesAt ?? null);
  const feet = new Map(
    (challenges.data === undefined ? [] : attempt.questions).map(({ id }, index) => [
      id,
      <ChallengeBox
        key={id}
        attemptId={attempt.id}
        questionId={id}
        number={index + 1}
        challenge={challenges.data?.items.find(({ questionId }) => questionId === id)}
      />,
    ]),
  );
  return (
    <>
      {withheld === null ? null : (
        <div className="note">
          <Icon name="lock" />
          <p>{withheld}</p>
        </div>
      )}
      <ReviewList attempt={attempt} result={result} feet={feet} />
    </>
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
      <Regrades regrades={attempt.result.regrades} />
      <Review attempt={attempt} result={attempt.result} />
    </>
  );
}

const titleOf = ({ purpose, number }: Attempt) =>
  purpose === 'renewal' ? `Result of renewal ${number}` : `Result of attempt ${number}`;

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
    <Page title={attempt.data === undefined ? 'Result' : titleOf(attempt.data)} above={above}>
      <QueryView query={attempt} skeleton={<Skeleton kind="card" rows={3} />}>
        {(data) => <Outcome attempt={data} />}
      </QueryView>
    </Page>
  );
}
