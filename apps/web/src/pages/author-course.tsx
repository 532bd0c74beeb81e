import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import type { DraftCourse, DraftSection } from '#libs/api-client';

import { ArchiveCourse } from '../features/authoring/archive-course.js';
import { CoursePolicy } from '../features/authoring/policy/course-policy.js';
import { FolderExport } from '../features/authoring/transfer/folder-export.js';
import { Publish } from '../features/authoring/publish.js';
import { api } from '../shared/session/session.js';
import { fieldError } from '../shared/text/problem.js';
import { counted, share } from '../shared/text/numbers.js';
import { Field, formText, TextField } from '../shared/ui/field.js';
import { Page } from '../shared/ui/page.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../shared/ui/states.js';

function useRefresh(id: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['author', 'course', id] });
}

function CourseForm({ course }: { course: DraftCourse }) {
  const refresh = useRefresh(course.id);
  const change = useMutation({
    mutationFn: (form: FormData) =>
      api.content.changeCourse(course.id, course.version, {
        title: formText(form, 'title').trim(),
        summary: formText(form, 'summary').trim(),
        slug: formText(form, 'slug').trim(),
      }),
    onSuccess: refresh,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(new FormData(event.currentTarget));
  };
  return (
    <details className="card">
      <summary>Title, summary and address</summary>
      <form className="form form-wide" onSubmit={submit} key={course.version}>
        {change.isError ? <ErrorNote error={change.error} /> : null}
        <Field
          label="Title"
          name="title"
          required
          defaultValue={course.title}
          error={fieldError(change.error, 'title')}
        />
        <TextField label="Summary" name="summary" rows={3} defaultValue={course.summary} />
        <Field
          label="Address"
          name="slug"
          required
          defaultValue={course.slug}
          hint="The last part of the course's link."
          error={fieldError(change.error, 'slug')}
        />
        <div>
          <button type="submit" className="button" disabled={change.isPending}>
            Save
          </button>
        </div>
      </form>
    </details>
  );
}

function SectionLine({ courseId, section, number }: { courseId: string; section: DraftSection; number: number }) {
  return (
    <li className="card card-link">
      <h3>
        <Link to="/author/courses/$id/sections/$section" params={{ id: courseId, section: section.id }}>
          {number}. {section.title}
        </Link>
      </h3>
      <p className="small-text">
        {section.questionCount === 0 ? (
          <span className="tag tag-warning">No questions</span>
        ) : (
          counted(section.questionCount, 'question')
        )}
        , {share(section.policy.passMark)} passes{section.isRequired ? '' : ', optional'}
      </p>
      {section.topics.length === 0 ? null : (
        <p className="muted small-text">
          {counted(section.topics.length, 'topic')}: {section.topics.map(({ title }) => title).join(' · ')}
        </p>
      )}
    </li>
  );
}

function AddSection({ course }: { course: DraftCourse }) {
  const refresh = useRefresh(course.id);
  const add = useMutation({
    mutationFn: (title: string) => api.content.addSection(course.id, title),
    onSuccess: refresh,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    add.mutate(formText(new FormData(form), 'title').trim(), { onSuccess: () => form.reset() });
  };
  return (
    <form className="form" onSubmit={submit}>
      {add.isError ? <ErrorNote error={add.error} /> : null}
      <Field label="New section" name="title" required maxLength={200} error={fieldError(add.error, 'title')} />
      <div>
        <button type="submit" className="button" disabled={add.isPending}>
          Add section
        </button>
      </div>
    </form>
  );
}

/** The draft of a course: its sections, and publishing it. */
export function AuthorCoursePage() {
  const { id } = useParams({ from: '/author/courses/$id' });
  const course = useQuery({ queryKey: ['author', 'course', id], queryFn: () => api.content.course(id) });
  return (
    <Page
      title={course.data?.title ?? 'Course'}
      above={<Link to="/author/courses">Authoring</Link>}
      lead={
        course.data === undefined
          ? undefined
          : course.data.isArchived
            ? 'Archived: it can be read, but no longer changed. Learners do not find it.'
            : course.data.publication === null
              ? 'Not published yet.'
              : `Publication ${course.data.publication} is live.`
      }
      actions={
        <Link to="/author/courses/$id/overview" params={{ id }} className="button">
          How it does
        </Link>
      }
    >
      <QueryView query={course} skeleton={<Skeleton kind="row" rows={8} />}>
        {(data) => (
          <>
            {data.isArchived ? null : <Publish course={data} />}
            <FolderExport course={data} />
            <CourseForm course={data} />
            <CoursePolicy key={data.id} course={data} />
            <section className="stack" aria-labelledby="sections">
              <h2 id="sections">Sections</h2>
              {data.sections.length === 0 ? (
                <Empty title="No sections yet">
                  <p>Add the first one below.</p>
                </Empty>
              ) : (
                <ol className="plain-list stack">
                  {data.sections.map((section, index) => (
                    <SectionLine key={section.id} courseId={data.id} section={section} number={index + 1} />
                  ))}
                </ol>
              )}
              {data.isArchived ? null : <AddSection course={data} />}
            </section>
            {data.isArchived ? null : <ArchiveCourse course={data} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}
