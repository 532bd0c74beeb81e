import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { ApiProblem } from '#libs/api-client';

import { AcceptSignedIn, AcceptWithNewAccount, SignInToAccept } from '../features/account/accept-invitation.js';
import { LinkProblem } from '../features/account/dead-link.js';
import { api } from '../shared/session/session.js';
import { useSession } from '../shared/session/use-session.js';
import { exact } from '../shared/text/time.js';
import { Page } from '../shared/ui/page.js';
import { Skeleton } from '../shared/ui/states.js';

/** Where the link in an invitation leads. */
export function InvitationPage() {
  const { token } = useParams({ from: '/invitation/$token' });
  const state = useSession();
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.auth.invitation(token),
    retry: (tries, error) => tries < 2 && error instanceof ApiProblem && error.isTransient,
    // After it was accepted the link is dead, which is no news for who just did so.
    refetchOnWindowFocus: false,
  });
  const invitation = query.data;
  return (
    <Page title="Invitation" width="text">
      {query.isPending ? <Skeleton rows={3} /> : null}
      {query.isError && invitation === undefined ? (
        <LinkProblem error={query.error} onRetry={() => void query.refetch()}>
          <p>If you did not accept it yourself, ask your instructor to send it again.</p>
        </LinkProblem>
      ) : null}
      {invitation === undefined || state.status === 'starting' ? null : (
        <div className="stack">
          <p>
            <strong>{invitation.invitedByName}</strong> invites you to the cohort{' '}
            <strong>{invitation.cohortName}</strong>, which takes the course <strong>{invitation.courseTitle}</strong>.
          </p>
          <p className="muted">
            The invitation is for {invitation.maskedEmail} and holds until {exact(invitation.endsAt)}.
          </p>
          {state.status === 'signed_in' ? (
            <AcceptSignedIn token={token} account={state.account} />
          ) : invitation.hasAccount ? (
            <SignInToAccept token={token} invitation={invitation} />
          ) : (
            <AcceptWithNewAccount token={token} invitation={invitation} />
          )}
        </div>
      )}
    </Page>
  );
}
