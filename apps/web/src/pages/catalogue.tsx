import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { api } from '../shared/session/session.js';
import { useAccount } from '../shared/session/use-session.js';
import { counted } from '../shared/text/numbers.js';
import { More } from '../shared/ui/more.js';
import { Empty, QueryView, Skeleton } from '../shared/ui/states.js';
import { Page } from '../shared/ui/page.js';

export function CataloguePage() {
  const courses = useInfiniteQuery({
    queryKey: ['courses', 'pages'],
    queryFn: ({ pageParam }) => api.quiz.courses({ cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const account = useAccount();
  return (
    <Page
      title="Courses"
      lead="Each course is a path of sections. Read, take the section's quiz, earn a badge that anyone can check."
    >
      <QueryView query={courses} skeleton={<Skeleton kind="card" rows={2} />}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <Empty title="No course is published yet">
              <p>Courses appear here as soon as an author publishes one.</p>
            </Empty>
          ) : (
            <ul className="cards">
              {pages
                .flatMap(({ items }) => items)
                .map((course) => (
                  <li key={course.id} className="card card-link">
                    <h2>
                      <Link
                        to={account === null ? '/courses/$slug' : '/courses/$slug/path'}
                        params={{ slug: course.slug }}
                      >
                        {course.title}
                      </Link>
                    </h2>
                    {course.summary === '' ? null : <p>{course.summary}</p>}
                    <p className="muted small-text">{counted(course.sectionCount, 'section')}</p>
                  </li>
                ))}
            </ul>
          )
        }
      </QueryView>
      <More query={courses} />
    </Page>
  );
}
