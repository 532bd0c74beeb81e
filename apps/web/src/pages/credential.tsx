import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import type { CredentialView, Verification } from '#libs/api-client';

import { Checks } from '../features/credentials/checks.js';
import '../features/credentials/credentials.css';
import { api } from '../shared/session/session.js';
import { date, exact } from '../shared/text/time.js';
import { BadgeImage } from '../shared/ui/badge-image.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

function Certificate({ credential }: { credential: CredentialView }) {
  const isCourse = credential.kind === 'course_certificate';
  return (
    <section className="certificate" aria-label="What was certified">
      <BadgeImage credentialId={credential.id} size={192} />
      <div className="certificate-words">
        <p className="muted">{isCourse ? 'Course certificate for' : 'Badge for'}</p>
        <p className="certificate-name">{credential.learnerName}</p>
        <dl className="facts">
          <dt>{isCourse ? 'Finished' : 'Passed'}</dt>
          <dd>
            <strong>{credential.title}</strong>
          </dd>
          <dt>Course</dt>
          <dd>{credential.courseTitle}</dd>
          <dt>Issued by</dt>
          <dd>Waymark at {location.host}</dd>
          <dt>Issued</dt>
          <dd>
            <time dateTime={credential.issuedAt} title={exact(credential.issuedAt)}>
              {date(credential.issuedAt)}
            </time>
          </dd>
        </dl>
      </div>
    </section>
  );
}

function Outcome({ verification, status }: { verification: Verification; status: CredentialView['status'] }) {
  const failed = verification.checks.filter(({ outcome }) => outcome === 'fail').length;
  const words = verification.isValid
    ? 'This credential is genuine and valid.'
    : status === 'active'
      ? `Do not rely on this credential: ${failed} of ${verification.checks.length} checks failed.`
      : `This credential was ${status}.`;
  return (
    <section className="stack" aria-labelledby="checks">
      <h2 id="checks">Checks made just now</h2>
      <div className={`note note-${verification.isValid ? 'success' : 'danger'}`} role="status">
        <Icon name={verification.isValid ? 'check' : 'warn'} />
        <p className="note-title">{words}</p>
      </div>
      <Checks checks={verification.checks} />
    </section>
  );
}

/** The public page of a credential: what was certified, by whom, to whom, when, and each check. */
export function CredentialPage() {
  const { credential: id } = useParams({ from: '/c/$credential' });
  const credential = useQuery({ queryKey: ['credential', id], queryFn: () => api.quiz.credential(id) });
  const verification = useQuery({ queryKey: ['verification', id], queryFn: () => api.quiz.verification(id) });
  const document = `/api/quiz/v1/credentials/${encodeURIComponent(id)}?format=json-ld`;
  return (
    <Page title={credential.data === undefined ? 'Credential' : credential.data.title} width="text">
      <QueryView query={credential} skeleton={<Skeleton kind="card" rows={2} />}>
        {(data) => (
          <>
            <Certificate credential={data} />
            <QueryView query={verification} skeleton={<Skeleton kind="row" rows={6} />}>
              {(result) => <Outcome verification={result} status={data.status} />}
            </QueryView>
            <section className="stack" aria-labelledby="document">
              <h2 id="document">The signed document</h2>
              <p>
                An Open Badges 3.0 credential. It carries its own proof, so it can be checked without this site.{' '}
                <a href={document} target="_blank" rel="noopener">
                  Open the signed JSON
                </a>
              </p>
            </section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
