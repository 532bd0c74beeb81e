import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import type { CourseProgress } from '#libs/api-client';

import { CoursePath } from '../features/path/course-path.js';
import { pathSteps, type PathStep } from '../features/path/path-step.js';
import { courseQuery, progressQuery } from '../shared/queries.js';
import { Icon } from '../shared/ui/icon.js';
import { Page } from '../shared/ui/page.js';
import { ProgressLine } from '../shared/ui/progress-line.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';

/** Below them the next step needs a shortcut at the top. */
const stepsOnFirstScreen = 2;

function Hero({ progress, next, slug }: { progress: CourseProgress; next: PathStep | undefined; slug: string }) {
  return (
    <div className="path-hero">
      <ProgressLine done={progress.sectionsPassed} of={progress.sectionsRequired} noun="section" />
      {next === undefined || next.number <= stepsOnFirstScreen ? null : (
        <Link
          to="/courses/$slug/sections/$section"
          params={{ slug, section: next.section.id }}
          className="button path-hero-next"
        >
          Next: {next.section.title} <Icon name="arrow" />
        </Link>
      )}
      {progress.certificateId === null ? null : (
        <p>
          You finished this course.{' '}
          <Link to="/c/$credential" params={{ credential: progress.certificateId }}>
            See your certificate
          </Link>
        </p>
      )}
    </div>
  );
}

/** A learner's way through a course. */
export function PathPage() {
  const { slug } = useParams({ from: '/courses/$slug/path' });
  const course = useQuery(courseQuery(slug));
  const progress = useQuery(progressQuery(course.data?.id));
  return (
    <Page title={course.data?.title ?? 'Your path'} above={<Link to="/home">Home</Link>}>
      <QueryView query={course} skeleton={<Skeleton kind="card" rows={4} />}>
        {(outline) => (
          <QueryView query={progress} skeleton={<Skeleton kind="card" rows={4} />}>
            {(stand) => {
              const steps = pathSteps(outline, stand);
              return (
                <>
                  <Hero progress={stand} next={steps.find(({ isNext }) => isNext)} slug={slug} />
                  <CoursePath steps={steps} slug={slug} />
                </>
              );
            }}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
