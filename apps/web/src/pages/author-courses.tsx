import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { Field, formText } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';
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

export function AuthorCoursesPage() {
  const courses = useQuery({ queryKey: ['author', 'courses'], queryFn: () => api.content.courses({ limit: 200 }) });
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
      <QueryView query={courses} skeleton={<Skeleton kind="card" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No course yet">
              <p>Import a Markdown roadmap: headings become sections and topics, links become resources.</p>
            </Empty>
          ) : (
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
          )
        }
      </QueryView>
      <NewCourse />
    </Page>
  );
}
