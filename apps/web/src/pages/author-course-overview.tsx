import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { ApiProblem } from '#libs/api-client';

import { CourseLosses, WorstQuestions } from '../features/dashboard/course-sections.js';
import '../features/dashboard/dashboard.css';
import { api } from '../shared/session/session.js';
import { count, counted } from '../shared/text/numbers.js';
import { Page } from '../shared/ui/page.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';

/** How a course does: where it loses people, and which questions fail. */
export function AuthorCourseOverviewPage() {
  const { id } = useParams({ from: '/author/courses/$id/overview' });
  const course = useQuery({ queryKey: ['author', 'course', id], queryFn: () => api.content.course(id) });
  const overview = useQuery({
    queryKey: ['course-overview', id],
    queryFn: () => api.quiz.courseOverview(id),
    refetchInterval: 60_000,
  });
  const isUnpublished = overview.error instanceof ApiProblem && overview.error.status === 404 && course.isSuccess;
  return (
    <Page
      title="How the course does"
      lead={course.data?.title}
      above={
        <Link to="/author/courses/$id" params={{ id }}>
          {course.data?.title ?? 'Course'}
        </Link>
      }
    >
      {isUnpublished ? (
        <Empty title="Not published yet">
          <p>Figures begin with the first publication.</p>
        </Empty>
      ) : (
        <QueryView query={overview} skeleton={<Skeleton kind="card" rows={3} />}>
          {(data) => (
            <>
              <p>
                {counted(data.learners, 'learner')} began, in {counted(data.cohorts, 'cohort')} and outside of them;{' '}
                {count(data.certificates)} {data.certificates === 1 ? 'holds' : 'hold'} the certificate.
              </p>
              <CourseLosses overview={data} csv={() => api.quiz.courseOverviewCsv(id)} />
              <WorstQuestions overview={data} />
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
}
