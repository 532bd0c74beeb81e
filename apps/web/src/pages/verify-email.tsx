import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { isDeadLink, LinkProblem } from '../features/account/dead-link.js';
import { api, session } from '../shared/session/session.js';
import { useAccount } from '../shared/session/use-session.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';

/** Asks for a press: mail programs open links by themselves, and opening must not use one up. */
export function VerifyEmailPage() {
  const { token } = useParams({ from: '/verify-email/$token' });
  const account = useAccount();
  const verify = useMutation({
    mutationFn: () => api.auth.verifyEmail(token),
    onSuccess: () => (account === null ? undefined : session.replaceAccount({ ...account, isEmailVerified: true })),
  });
  if (verify.isSuccess) {
    return (
      <Page title="Your address is confirmed" width="text">
        <div className="note note-success" role="status">
          <Icon name="check" />
          <div>
            <p>Invitations to this address now lead straight into their cohorts.</p>
            <p>{account === null ? <Link to="/sign-in">Sign in</Link> : <Link to="/home">Go to your courses</Link>}</p>
          </div>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Confirm your address" width="text" lead="So that we know that your mail reaches you.">
      {verify.isError ? (
        <LinkProblem error={verify.error}>
          <p>
            Ask for another one on <Link to="/me">your account page</Link>.
          </p>
        </LinkProblem>
      ) : null}
      {isDeadLink(verify.error) ? null : (
        <div>
          <button type="button" className="button primary" disabled={verify.isPending} onClick={() => verify.mutate()}>
            {verify.isPending ? 'Confirming' : 'Confirm this address'}
          </button>
        </div>
      )}
    </Page>
  );
}
