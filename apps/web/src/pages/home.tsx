import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { CatalogCourse, CourseProgress } from '#libs/api-client';

import { MyCohorts } from '../features/enrolment/my-cohorts.js';
import { catalogueQuery, courseQuery, progressQuery } from '../shared/queries.js';
import { useAccount } from '../shared/session/use-session.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { ProgressLine } from '../shared/ui/progress-line.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

const isBegun = (progress: CourseProgress | undefined) =>
  progress !== undefined && progress.sections.some(({ lastActivityAt }) => lastActivityAt !== null);

const newest = (progress: CourseProgress | undefined) =>
  (progress?.sections ?? []).reduce((latest, { lastActivityAt }) => {
    return lastActivityAt !== null && lastActivityAt > latest ? lastActivityAt : latest;
  }, '');

function NextSection({ course, progress }: { course: CatalogCourse; progress: CourseProgress }) {
  const outline = useQuery(courseQuery(course.slug));
  const next = outline.data?.sections.find(({ id }) => id === progress.nextSectionId);
  if (next === undefined) return null;
  return (
    <p>
      Next:{' '}
      <Link to="/courses/$slug/sections/$section" params={{ slug: course.slug, section: next.id }}>
        {next.title}
      </Link>
    </p>
  );
}

function CourseCard({ course, progress }: { course: CatalogCourse; progress: CourseProgress | undefined }) {
  const running = progress?.sections.find(({ openAttemptId }) => openAttemptId !== null);
  return (
    <li className="card stack">
      <h2>
        <Link to="/courses/$slug/path" params={{ slug: course.slug }}>
          {course.title}
        </Link>
      </h2>
      {progress === undefined ? (
        <Skeleton rows={1} />
      ) : (
        <>
          <ProgressLine done={progress.sectionsPassed} of={progress.sectionsRequired} noun="section" />
          <NextSection course={course} progress={progress} />
        </>
      )}
      <div className="row">
        {running?.openAttemptId === null || running === undefined ? (
          <Link to="/courses/$slug/path" params={{ slug: course.slug }} className="button primary">
            {isBegun(progress) ? 'Go on' : 'Start'} <Icon name="arrow" />
          </Link>
        ) : (
          <Link to="/attempts/$id" params={{ id: running.openAttemptId }} className="button primary">
            Resume the quiz <Icon name="arrow" />
          </Link>
        )}
      </div>
    </li>
  );
}

function MyCourses({ courses }: { courses: readonly CatalogCourse[] }) {
  const stands = useQueries({ queries: courses.map(({ id }) => progressQuery(id)) });
  const rows = courses
    .map((course, index) => ({ course, progress: stands[index]?.data }))
    .sort((one, other) => newest(other.progress).localeCompare(newest(one.progress)));
  return (
    <ul className="cards">
      {rows.map(({ course, progress }) => (
        <CourseCard key={course.id} course={course} progress={progress} />
      ))}
    </ul>
  );
}

/** What to do next, the course of the last activity first. */
export function HomePage() {
  const account = useAccount();
  const courses = useQuery(catalogueQuery);
  return (
    <Page title={account === null ? 'Home' : `Hello, ${account.displayName}`} lead="Here is what is next.">
      <QueryView query={courses} skeleton={<Skeleton kind="card" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No course is published yet">
              <p>Your courses and your next step will be here.</p>
            </Empty>
          ) : (
            <MyCourses courses={items} />
          )
        }
      </QueryView>
      <MyCohorts />
    </Page>
  );
}
