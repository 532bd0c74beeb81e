import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { CredentialView } from '#libs/api-client';

import '../features/credentials/credentials.css';
import { myCredentialsQuery } from '../shared/queries.js';
import { date } from '../shared/text/time.js';
import { BadgeImage } from '../shared/ui/badge-image.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

function Badge({ credential }: { credential: CredentialView }) {
  return (
    <li className="card badge-card">
      <BadgeImage credentialId={credential.id} size={144} />
      <h2>
        <Link to="/c/$credential" params={{ credential: credential.id }}>
          {credential.title}
        </Link>
      </h2>
      <p className="muted small-text">{credential.courseTitle}</p>
      <p className="row">
        <span className={`tag ${credential.status === 'active' ? 'tag-success' : 'tag-danger'}`}>
          {credential.status === 'active' ? 'Valid' : credential.status === 'suspended' ? 'Suspended' : 'Revoked'}
        </span>
        <span className="muted small-text">{date(credential.issuedAt)}</span>
      </p>
      {credential.kind === 'course_certificate' ? <p className="tag tag-accent">Course certificate</p> : null}
    </li>
  );
}

export function CredentialsPage() {
  const credentials = useQuery(myCredentialsQuery);
  return (
    <Page
      title="My badges"
      lead="Each badge is signed. Open one to get the link that anyone can check, without an account."
    >
      <QueryView query={credentials} skeleton={<Skeleton kind="card" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No badge yet">
              <p>Pass a section&apos;s quiz and its badge appears here within a moment.</p>
              <Link to="/home" className="button primary">
                What is next
              </Link>
            </Empty>
          ) : (
            <ul className="cards">
              {items.map((credential) => (
                <Badge key={credential.id} credential={credential} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
