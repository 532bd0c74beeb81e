import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import type { CourseOutline } from '#libs/api-client';

import { OpenCohorts } from '../features/enrolment/open-cohorts.js';
import { courseQuery } from '../shared/queries.js';
import { useAccount } from '../shared/session/use-session.js';
import { counted, share } from '../shared/text/numbers.js';
import { duration } from '../shared/text/time.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';
import '../features/path/outline.css';

function Sections({ course }: { course: CourseOutline }) {
  return (
    <ol className="outline plain-list">
      {course.sections.map((section, index) => (
        <li key={section.id} className="outline-section">
          <span className="outline-number" aria-hidden="true">
            {index + 1}
          </span>
          <div className="stack-tight">
            <h2>{section.title}</h2>
            {section.topics.length === 0 ? null : (
              <p className="muted small-text">{section.topics.map(({ title }) => title).join(' · ')}</p>
            )}
            <p className="small-text">
              {counted(section.quiz.questionCount, 'question')}, {share(section.quiz.passMark)} passes
              {section.quiz.timeLimitSeconds === null ? '' : `, ${duration(section.quiz.timeLimitSeconds)}`}
              {section.isRequired ? '' : ', optional'}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What a course is about, for anyone. */
export function CoursePage() {
  const { slug } = useParams({ from: '/courses/$slug' });
  const course = useQuery(courseQuery(slug));
  const account = useAccount();
  const start = (
    <Link to="/courses/$slug/path" params={{ slug }} className="button primary large">
      {account === null ? 'Sign in and start' : 'Go to my path'}
    </Link>
  );
  return (
    <Page
      title={course.data?.title ?? 'Course'}
      lead={course.data?.summary}
      above={<Link to="/">Courses</Link>}
      actions={course.data === undefined ? undefined : start}
    >
      <QueryView query={course} skeleton={<Skeleton kind="row" rows={8} />}>
        {(data) => (
          <>
            <Sections course={data} />
            <OpenCohorts courseId={data.id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
