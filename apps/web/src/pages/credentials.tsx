import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { CredentialView } from '#libs/api-client';

import '../features/credentials/credentials.css';
import { formUrl, stateOf, stateWords } from '../features/credentials/words.js';
import { RenewalOffer } from '../features/lifecycle/renewal-offer.js';
import { api } from '../shared/session/session.js';
import { date } from '../shared/text/time.js';
import { BadgeImage } from '../shared/ui/badge-image.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';

function Badge({ credential }: { credential: CredentialView }) {
  const state = stateOf(credential);
  const ends = credential.isExpired ? 'Expired on' : 'Valid until';
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
        <span className={`tag ${state === 'valid' ? 'tag-success' : 'tag-danger'}`}>{stateWords[state]}</span>
        {credential.kind === 'course_certificate' ? <span className="tag tag-accent">Course certificate</span> : null}
        {credential.showsName ? <span className="tag">Name shown</span> : null}
      </p>
      <p className="muted small-text">Issued on {date(credential.issuedAt)}</p>
      {credential.expiresAt === null ? null : (
        <p className="muted small-text">
          {ends} {date(credential.expiresAt)}
        </p>
      )}
      {credential.statusReason === null ? null : <p className="small-text">{credential.statusReason}</p>}
      <RenewalOffer credentialId={credential.id} />
      <p className="row badge-acts">
        <a className="button small" href={formUrl(credential.id, 'pdf')} download>
          PDF<span className="visually-hidden"> of {credential.title}</span>
        </a>
        <a className="button small" href={formUrl(credential.id, 'png')} download>
          Picture<span className="visually-hidden"> of {credential.title}</span>
        </a>
        <a className="button small" href={credential.sharing.linkedIn} target="_blank" rel="noopener noreferrer">
          LinkedIn<span className="visually-hidden">: add {credential.title} to the profile (opens LinkedIn)</span>
        </a>
      </p>
    </li>
  );
}

function Badges() {
  const pages = useInfiniteQuery({
    queryKey: ['my-credentials', 'pages'],
    queryFn: ({ pageParam }) => api.quiz.myCredentials({ cursor: pageParam, limit: 24 }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (pages.isPending) return <Skeleton kind="card" rows={2} />;
  if (pages.data === undefined) return <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Empty title="No badge yet">
        <p>Pass a section&apos;s quiz and its badge appears here within a moment.</p>
        <Link to="/home" className="button primary">
          What is next
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <ul className="cards">
        {items.map((credential) => (
          <Badge key={credential.id} credential={credential} />
        ))}
      </ul>
      {pages.isFetchNextPageError ? <ErrorNote error={pages.error} /> : null}
      {pages.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? 'Loading' : 'Show older ones'}
        </button>
      ) : null}
    </>
  );
}

export function CredentialsPage() {
  return (
    <Page
      title="My badges"
      lead="Each badge is signed. Open one for the link that anyone can check without an account, and to choose whether it shows your name."
    >
      <Badges />
    </Page>
  );
}
