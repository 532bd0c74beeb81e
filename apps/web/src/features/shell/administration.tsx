import { Link, useRouterState } from '@tanstack/react-router';

/** The pages of administrators, as a second row: ten links in one would push the account off the screen. */
export function AdministrationNavigation() {
  const isThere = useRouterState({ select: ({ location }) => location.pathname.startsWith('/admin/') });
  if (!isThere) return null;
  return (
    <nav className="nav nav-inner" aria-label="Administration">
      <Link to="/admin/overview">Overview</Link>
      <Link to="/admin/people">People</Link>
      <Link to="/admin/credentials">Credentials</Link>
      <Link to="/admin/mail">Mail</Link>
    </nav>
  );
}
