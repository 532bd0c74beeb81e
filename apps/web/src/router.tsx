import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type ParsedLocation,
} from '@tanstack/react-router';

import { ApiProblem, type Role } from '#libs/api-client';

import { NotFound, RouteError, Shell } from './features/shell/shell.js';
import { hasRole, session } from './shared/session/session.js';
import {
  attemptSearch,
  cohortSearch,
  cohortSectionSearch,
  cohortsSearch,
  enrolSearch,
  credentialsSearch,
  mailSearch,
  markingSearch,
  newQuestionSearch,
  peopleSearch,
  periodSearch,
  practiceSearch,
  regradeSearch,
  sectionSearch,
  signInSearch,
} from './shared/search-params.js';
import { Page } from './shared/ui/page.js';
import { Skeleton } from './shared/ui/states.js';

/** Lets a page in for those who are signed in and, when roles are named, have one of them. */
function only(...roles: Role[]) {
  return async ({ location }: { location: ParsedLocation }) => {
    const state = await session.settle();
    if (state.status === 'unreachable') throw state.problem;
    if (state.status !== 'signed_in') throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (roles.length > 0 && !hasRole(state, ...roles)) {
      throw new ApiProblem({ type: 'about:blank', title: 'Forbidden', status: 403, code: 'forbidden' });
    }
  };
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const anyone = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });
const signedIn = <Path extends string>(path: Path, ...roles: Role[]) => ({
  ...anyone(path),
  beforeLoad: only(...roles),
});

const routes = [
  createRoute({
    ...anyone('/'),
    component: lazyRouteComponent(() => import('./pages/catalogue.js'), 'CataloguePage'),
  }),
  createRoute({
    ...anyone('/sign-in'),
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import('./pages/sign-in.js'), 'SignInPage'),
  }),
  createRoute({
    ...anyone('/join'),
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import('./pages/join.js'), 'JoinPage'),
  }),
  createRoute({
    ...anyone('/forgot-password'),
    component: lazyRouteComponent(() => import('./pages/forgot-password.js'), 'ForgotPasswordPage'),
  }),
  createRoute({
    ...anyone('/reset/$token'),
    component: lazyRouteComponent(() => import('./pages/reset-password.js'), 'ResetPasswordPage'),
  }),
  createRoute({
    ...anyone('/verify-email/$token'),
    component: lazyRouteComponent(() => import('./pages/verify-email.js'), 'VerifyEmailPage'),
  }),
  createRoute({
    ...anyone('/invitation/$token'),
    component: lazyRouteComponent(() => import('./pages/invitation.js'), 'InvitationPage'),
  }),
  createRoute({
    ...anyone('/verify'),
    component: lazyRouteComponent(() => import('./pages/verify.js'), 'VerifyPage'),
  }),
  createRoute({
    ...anyone('/c/$credential'),
    component: lazyRouteComponent(() => import('./pages/credential.js'), 'CredentialPage'),
  }),
  createRoute({
    ...anyone('/courses/$slug'),
    component: lazyRouteComponent(() => import('./pages/course.js'), 'CoursePage'),
  }),
  createRoute({ ...signedIn('/home'), component: lazyRouteComponent(() => import('./pages/home.js'), 'HomePage') }),
  createRoute({
    ...signedIn('/courses/$slug/path'),
    component: lazyRouteComponent(() => import('./pages/path.js'), 'PathPage'),
  }),
  createRoute({
    ...signedIn('/courses/$slug/sections/$section'),
    component: lazyRouteComponent(() => import('./pages/section.js'), 'SectionPage'),
  }),
  createRoute({
    ...signedIn('/attempts/$id'),
    validateSearch: attemptSearch,
    component: lazyRouteComponent(() => import('./pages/attempt.js'), 'AttemptPage'),
  }),
  createRoute({
    ...signedIn('/attempts/$id/review'),
    component: lazyRouteComponent(() => import('./pages/review.js'), 'ReviewPage'),
  }),
  createRoute({
    ...signedIn('/practice/$id'),
    validateSearch: practiceSearch,
    component: lazyRouteComponent(() => import('./pages/practice.js'), 'PracticePage'),
  }),
  createRoute({
    ...signedIn('/credentials'),
    component: lazyRouteComponent(() => import('./pages/credentials.js'), 'CredentialsPage'),
  }),
  createRoute({ ...signedIn('/me'), component: lazyRouteComponent(() => import('./pages/me.js'), 'MePage') }),
  createRoute({
    ...signedIn('/cohorts', 'instructor', 'admin'),
    validateSearch: cohortsSearch,
    component: lazyRouteComponent(() => import('./pages/cohorts.js'), 'CohortsPage'),
  }),
  createRoute({
    ...signedIn('/cohorts/$id', 'instructor', 'admin'),
    validateSearch: cohortSearch,
    component: lazyRouteComponent(() => import('./pages/cohort.js'), 'CohortPage'),
  }),
  createRoute({
    ...signedIn('/cohorts/$id/enrol', 'instructor', 'admin'),
    validateSearch: enrolSearch,
    component: lazyRouteComponent(() => import('./pages/enrol.js'), 'EnrolPage'),
  }),
  createRoute({
    ...signedIn('/cohorts/$id/settings', 'instructor', 'admin'),
    component: lazyRouteComponent(() => import('./pages/cohort-settings.js'), 'CohortSettingsPage'),
  }),
  createRoute({
    ...anyone('/enter/$token'),
    component: lazyRouteComponent(() => import('./pages/enter-cohort.js'), 'EnterCohortPage'),
  }),
  createRoute({
    ...signedIn('/cohorts/$id/sections/$section', 'instructor', 'admin'),
    validateSearch: cohortSectionSearch,
    component: lazyRouteComponent(() => import('./pages/cohort-section.js'), 'CohortSectionPage'),
  }),
  createRoute({
    ...signedIn('/cohorts/$id/learners/$learner', 'instructor', 'admin'),
    component: lazyRouteComponent(() => import('./pages/cohort-learner.js'), 'CohortLearnerPage'),
  }),
  createRoute({
    ...signedIn('/author/courses', 'author', 'admin'),
    component: lazyRouteComponent(() => import('./pages/author-courses.js'), 'AuthorCoursesPage'),
  }),
  createRoute({
    ...signedIn('/author/courses/import', 'author', 'admin'),
    component: lazyRouteComponent(() => import('./pages/author-import.js'), 'AuthorImportPage'),
  }),
  createRoute({
    ...signedIn('/author/courses/$id', 'author', 'admin'),
    component: lazyRouteComponent(() => import('./pages/author-course.js'), 'AuthorCoursePage'),
  }),
  createRoute({
    ...signedIn('/author/courses/$id/overview', 'author', 'admin'),
    component: lazyRouteComponent(() => import('./pages/author-course-overview.js'), 'AuthorCourseOverviewPage'),
  }),
  createRoute({
    ...signedIn('/author/courses/$id/sections/$section', 'author', 'admin'),
    validateSearch: sectionSearch,
    component: lazyRouteComponent(() => import('./pages/author-section.js'), 'AuthorSectionPage'),
  }),
  createRoute({
    ...signedIn('/author/courses/$id/sections/$section/questions/$question', 'author', 'admin'),
    validateSearch: newQuestionSearch,
    component: lazyRouteComponent(() => import('./pages/author-question.js'), 'AuthorQuestionPage'),
  }),
  createRoute({
    ...signedIn('/author/courses/$id/sections/$section/regrades/$regrade', 'author', 'admin'),
    validateSearch: regradeSearch,
    component: lazyRouteComponent(() => import('./pages/regrade.js'), 'RegradePage'),
  }),
  createRoute({
    ...signedIn('/marking', 'author', 'instructor', 'admin'),
    validateSearch: markingSearch,
    component: lazyRouteComponent(() => import('./pages/marking.js'), 'MarkingPage'),
  }),
  createRoute({
    ...signedIn('/marking/$attempt/$question', 'author', 'instructor', 'admin'),
    validateSearch: markingSearch,
    component: lazyRouteComponent(() => import('./pages/marking-answer.js'), 'MarkingAnswerPage'),
  }),
  createRoute({
    ...signedIn('/admin/overview', 'admin'),
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./pages/overview.js'), 'OverviewPage'),
  }),
  createRoute({
    ...signedIn('/admin/people', 'admin'),
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('./pages/people.js'), 'PeoplePage'),
  }),
  createRoute({
    ...signedIn('/admin/credentials', 'admin'),
    validateSearch: credentialsSearch,
    component: lazyRouteComponent(() => import('./pages/admin-credentials.js'), 'AdminCredentialsPage'),
  }),
  createRoute({
    ...signedIn('/admin/mail', 'admin'),
    validateSearch: mailSearch,
    component: lazyRouteComponent(() => import('./pages/admin-mail.js'), 'AdminMailPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultPendingMs: 200,
  defaultPendingComponent: () => (
    <Page title="Loading">
      <Skeleton kind="card" rows={3} />
    </Page>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The attempt was handed in a moment ago: its badge may be struck. */
    isFresh?: boolean;
  }
}
