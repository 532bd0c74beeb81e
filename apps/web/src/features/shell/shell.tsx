import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

import { hasRole, session } from '../../shared/session/session.js';
import { useSession } from '../../shared/session/use-session.js';
import { Announcer } from '../../shared/ui/announcer.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { Page } from '../../shared/ui/page.js';
import { AdministrationNavigation } from './administration.js';
import './shell.css';

function Logo() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" className="logo">
      <rect width="32" height="32" rx="8" />
      <path className="logo-trail" d="M6 24c4 0 4-6 8-6s3 3 6 0 2-7 6-9" />
      <path className="logo-flag" d="M20 6h7v7z" />
    </svg>
  );
}

function Navigation() {
  const state = useSession();
  const isSignedIn = state.status === 'signed_in';
  const isInAdministration = useRouterState({ select: ({ location }) => location.pathname.startsWith('/admin/') });
  return (
    <nav className="nav" aria-label="Main">
      {isSignedIn ? <Link to="/home">Home</Link> : null}
      <Link to="/" activeOptions={{ exact: true }}>
        Courses
      </Link>
      {isSignedIn ? <Link to="/credentials">Badges</Link> : null}
      {hasRole(state, 'instructor', 'admin') ? <Link to="/cohorts">Cohorts</Link> : null}
      {hasRole(state, 'instructor', 'author', 'admin') ? <Link to="/marking">Marking</Link> : null}
      {hasRole(state, 'author', 'admin') ? <Link to="/author/courses">Authoring</Link> : null}
      {hasRole(state, 'admin') ? (
        <Link to="/admin/overview" aria-current={isInAdministration ? 'page' : undefined}>
          Admin
        </Link>
      ) : null}
      {isSignedIn ? null : <Link to="/verify">Verify</Link>}
    </nav>
  );
}

function AccountCorner() {
  const state = useSession();
  const router = useRouter();
  if (state.status !== 'signed_in') {
    return (
      <div className="corner">
        <Link to="/sign-in" className="button small">
          Sign in
        </Link>
        <Link to="/join" className="button small primary corner-join">
          Join
        </Link>
      </div>
    );
  }
  const signOut = () => {
    void session
      .signOut()
      .catch(() => undefined)
      .finally(() => void router.navigate({ to: '/sign-in', replace: true }));
  };
  return (
    <div className="corner">
      <Link to="/me" className="corner-name" title={state.account.email}>
        <span className="visually-hidden">Your account: </span>
        <span>{state.account.displayName}</span>
      </Link>
      <button type="button" className="button small" onClick={signOut}>
        <Icon name="out" size={16} /> Sign out
      </button>
    </div>
  );
}

/** After a move to another page, keyboard and screen reader start at its main landmark. */
function useFocusOnMove(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path]);
}

export function Shell() {
  useFocusOnMove();
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <Logo />
            <span>Waymark</span>
          </Link>
          <Navigation />
          <AccountCorner />
        </div>
        <AdministrationNavigation />
      </header>
      <Outlet />
      <footer className="foot">
        <p>
          Waymark. Badges can be checked by anyone: <Link to="/verify">verify a badge</Link>.
        </p>
      </footer>
      <Announcer />
    </div>
  );
}

export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Page title="This page cannot be shown" width="text">
      <ErrorNote error={error} onRetry={reset} />
    </Page>
  );
}

export function NotFound() {
  return (
    <Page title="No such page" width="text" lead="The link may be old or mistyped.">
      <p>
        <Link to="/">Go to the courses</Link>
      </p>
    </Page>
  );
}
