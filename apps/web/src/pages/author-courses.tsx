import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { Field, formText } from '../shared/ui/field.js';
import { More } from '../shared/ui/more.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, Skeleton } from '../shared/ui/states.js';
import { When } from '../shared/ui/when.js';

function NewCourse() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (title: string) => api.content.createCourse(title),
    onSuccess: async (course) => {
      void queries.invalidateQueries({ queryKey: ['author', 'courses'] });
      await navigate({ to: '/author/courses/$id', params: { id: course.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(formText(new FormData(event.currentTarget), 'title').trim());
  };
  return (
    <form className="form" onSubmit={submit} aria-labelledby="new-course">
      <h2 id="new-course">Start an empty course</h2>
      {create.isError ? <ErrorNote error={create.error} /> : null}
      <Field label="Title" name="title" required maxLength={200} error={fieldError(create.error, 'title')} />
      <div>
        <button type="submit" className="button" disabled={create.isPending}>
          Create course
        </button>
      </div>
    </form>
  );
}

/** Every draft of an author, the last changed first. */
export function AuthorCoursesPage() {
  const courses = useInfiniteQuery({
    queryKey: ['author', 'courses'],
    queryFn: ({ pageParam }) => api.content.courses({ cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = courses.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Authoring"
      lead="Your drafts. What learners see changes only when you publish."
      actions={
        <Link to="/author/courses/import" className="button primary">
          Import a roadmap
        </Link>
      }
    >
      {courses.isPending ? <Skeleton kind="card" rows={2} /> : null}
      {courses.isError ? <ErrorNote error={courses.error} onRetry={() => void courses.refetch()} /> : null}
      {courses.isSuccess && items.length === 0 ? (
        <Empty title="No course yet">
          <p>Import a Markdown roadmap: headings become sections and topics, links become resources.</p>
        </Empty>
      ) : null}
      {items.length === 0 ? null : (
        <ul className="cards">
          {items.map((course) => (
            <li key={course.id} className="card card-link">
              <h2>
                <Link to="/author/courses/$id" params={{ id: course.id }}>
                  {course.title}
                </Link>
              </h2>
              <p>
                {course.publication === null ? (
                  <span className="tag tag-warning">Not published</span>
                ) : (
                  <span className="tag tag-success">Publication {course.publication}</span>
                )}{' '}
                {course.isArchived ? <span className="tag">Archived</span> : null}
              </p>
              <p className="muted small-text">
                Changed <When at={course.updatedAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <More query={courses} />
      <NewCourse />
    </Page>
  );
}
