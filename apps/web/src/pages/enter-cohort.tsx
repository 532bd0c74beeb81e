import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';

import { ApiProblem, type CohortLinkView } from '#libs/api-client';

import { api } from '../shared/session/session.js';
import { useSession } from '../shared/session/use-session.js';
import { moment } from '../shared/text/time.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';

const closedWords: Record<Exclude<CohortLinkView['state'], 'open'>, string> = {
  expired: 'The time of this link is over.',
  full: 'As many people have come in by this link as it has places.',
  revoked: 'This link was taken back.',
  archived: 'This cohort is over: it takes nobody in any more.',
};

function Enter({ token, link }: { token: string; link: CohortLinkView }) {
  const state = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const next = `/enter/${token}`;
  const join = useMutation({
    mutationFn: () => api.quiz.redeemCohortLink(token),
    onSuccess: () => {
      for (const key of ['my-cohorts', 'progress', 'open-cohorts']) void queries.invalidateQueries({ queryKey: [key] });
      return navigate({ to: '/courses/$slug/path', params: { slug: link.course.slug } });
    },
  });
  if (state.status === 'starting') return <Skeleton rows={1} />;
  if (state.status !== 'signed_in') {
    return (
      <>
        <p>Sign in or make an account first; then you come back here and join.</p>
        <div className="row">
          <Link to="/sign-in" search={{ next }} className="button primary">
            Sign in
          </Link>
          <Link to="/join" search={{ next }} className="button">
            Make an account
          </Link>
        </div>
      </>
    );
  }
  return (
    <>
      <p>
        You are signed in as {state.account.displayName} ({state.account.email}). Its instructors see your name, your
        address and how you get on in this course.
      </p>
      {join.isError ? <ErrorNote error={join.error} /> : null}
      <div>
        <button type="button" className="button primary large" disabled={join.isPending} onClick={() => join.mutate()}>
          {join.isPending ? 'Joining' : 'Join the cohort'}
        </button>
      </div>
    </>
  );
}

/** Where an invite link leads: what it is for, who gave it out, and the one act that uses it. */
export function EnterCohortPage() {
  const { token } = useParams({ from: '/enter/$token' });
  const link = useQuery({
    queryKey: ['enter', token],
    queryFn: () => api.quiz.cohortLink(token),
    retry: (tries, error) => tries < 3 && error instanceof ApiProblem && error.isTransient,
  });
  if (link.error instanceof ApiProblem && link.error.status === 404) {
    return (
      <Page title="No such link" width="text">
        <Empty title="This link leads nowhere">
          <p>Check that all of it was copied, or ask whoever sent it for a new one.</p>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={link.data === undefined ? 'Join a cohort' : `Join ${link.data.cohort.name}`} width="text">
      <QueryView query={link}>
        {(data) => (
          <div className="stack">
            <p>
              {data.invitedBy === '' ? 'You are invited' : `${data.invitedBy} invites you`} to learn{' '}
              <strong>{data.course.title}</strong> in the cohort <strong>{data.cohort.name}</strong>.
            </p>
            {data.course.summary === '' ? null : <p className="muted">{data.course.summary}</p>}
            {data.state === 'open' ? (
              <>
                <p className="muted small-text">The link ends {moment(data.expiresAt)}.</p>
                <Enter token={token} link={data} />
              </>
            ) : (
              <Empty title={closedWords[data.state]}>
                <p>Ask whoever sent it for a new one.</p>
              </Empty>
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
