import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import type { PublicCredential, Verification } from '#libs/api-client';

import '../features/credentials/credentials.css';
import { Downloads } from '../features/credentials/downloads.js';
import { History } from '../features/credentials/history.js';
import { NameSwitch } from '../features/credentials/name-switch.js';
import { Sharing } from '../features/credentials/sharing.js';
import { stateOf, stateSentence, stateWords } from '../features/credentials/words.js';
import { CredentialHistoryList } from '../features/lifecycle/credential-history.js';
import { Checks } from '../features/verify/checks.js';
import { myCredentialQuery } from '../shared/queries.js';
import { api } from '../shared/session/session.js';
import { useAccount } from '../shared/session/use-session.js';
import { date, exact } from '../shared/text/time.js';
import { BadgeImage } from '../shared/ui/badge-image.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

function Day({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {date(at)}
    </time>
  );
}

function Certificate({ credential }: { credential: PublicCredential }) {
  const isCourse = credential.kind === 'course_certificate';
  const state = stateOf(credential);
  return (
    <section className="certificate" aria-label="What was certified">
      <BadgeImage credentialId={credential.id} size={192} />
      <div className="certificate-words">
        <p className="row">
          <span className="muted">{isCourse ? 'Course certificate' : 'Section badge'}</span>
          <span className={`tag ${state === 'valid' ? 'tag-success' : 'tag-danger'}`}>{stateWords[state]}</span>
        </p>
        {credential.learnerName === null ? (
          <p className="muted">Its holder does not show a name here.</p>
        ) : (
          <p className="certificate-name">{credential.learnerName}</p>
        )}
        <dl className="facts">
          <dt>{isCourse ? 'Finished' : 'Passed'}</dt>
          <dd>
            <strong>{credential.title}</strong>
          </dd>
          <dt>Course</dt>
          <dd>{credential.courseTitle}</dd>
          <dt>Issued by</dt>
          <dd>
            {credential.issuerName} at {location.host}
          </dd>
          <dt>Issued</dt>
          <dd>
            <Day at={credential.issuedAt} />
          </dd>
          <dt>Valid until</dt>
          <dd>{credential.expiresAt === null ? 'Does not expire' : <Day at={credential.expiresAt} />}</dd>
        </dl>
      </div>
    </section>
  );
}

function Achievement({ credential }: { credential: PublicCredential }) {
  if (credential.criteria === null && credential.description === null) return null;
  return (
    <section className="stack-tight" aria-labelledby="achievement">
      <h2 id="achievement">What it took</h2>
      {credential.description === null ? null : <p>{credential.description}</p>}
      {credential.criteria === null ? null : <p>{credential.criteria}</p>}
    </section>
  );
}

function Outcome({ verification, credential }: { verification: Verification; credential: PublicCredential }) {
  const failed = verification.checks.filter(({ outcome }) => outcome !== 'pass').length;
  const state = stateOf(credential);
  const title = verification.isValid
    ? 'This credential is genuine and valid.'
    : state === 'valid'
      ? `Do not rely on this credential: ${failed} of ${verification.checks.length} checks did not pass.`
      : `This credential is ${stateWords[state].toLowerCase()}.`;
  return (
    <section className="stack" aria-labelledby="checks">
      <h2 id="checks">Checks made just now</h2>
      <div className={`note note-${verification.isValid ? 'success' : 'danger'}`} role="status">
        <Icon name={verification.isValid ? 'check' : 'warn'} />
        <div>
          <p className="note-title">{title}</p>
          {verification.isValid || state !== 'valid' ? <p>{stateSentence(credential)}</p> : null}
        </div>
      </div>
      <Checks checks={verification.checks} />
      {credential.document === null ? null : (
        <p className="muted small-text">
          Anyone can repeat these checks without this site: the signed files below carry their own proof.
        </p>
      )}
    </section>
  );
}

/** The credential as its holder has it; null for everybody else. */
function useOwn(id: string) {
  const account = useAccount();
  const mine = useQuery({ ...myCredentialQuery(id), enabled: account !== null });
  return mine.data ?? null;
}

/** What was decided: for its holder with who decided, for everybody else without, where there is anything to tell. */
function Decisions({ credential, isOwn }: { credential: PublicCredential; isOwn: boolean }) {
  if (!isOwn) return <History history={credential.history} />;
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">What was decided</h2>
      <p className="muted small-text">
        Nothing here is ever changed or taken away. Others see what was decided and when, not by whom.
      </p>
      <CredentialHistoryList credentialId={credential.id} />
    </section>
  );
}

/** The public page of a credential: what was certified, by whom, to whom if they wish, when, how, and each check. */
export function CredentialPage() {
  const { credential: id } = useParams({ from: '/c/$credential' });
  const own = useOwn(id);
  const credential = useQuery({ queryKey: ['credential', id], queryFn: () => api.quiz.credential(id) });
  const verification = useQuery({ queryKey: ['verification', id], queryFn: () => api.quiz.verification(id) });
  return (
    <Page title={credential.data === undefined ? 'Credential' : credential.data.title} width="text">
      <QueryView query={credential} skeleton={<Skeleton kind="card" rows={2} />}>
        {(data) => (
          <>
            <Certificate credential={data} />
            {own === null ? null : <NameSwitch credential={own} />}
            <QueryView query={verification} skeleton={<Skeleton kind="row" rows={6} />}>
              {(result) => <Outcome verification={result} credential={data} />}
            </QueryView>
            <Achievement credential={data} />
            <Decisions credential={data} isOwn={own !== null} />
            <Downloads credential={data} />
            {data.status === 'revoked' ? null : <Sharing {...data.sharing} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}
