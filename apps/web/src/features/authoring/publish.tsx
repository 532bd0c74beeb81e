import { useMutation, useQueryClient } from '@tanstack/react-query';

import { ApiProblem, type DraftCourse } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

function Refusal({ error }: { error: unknown }) {
  const problems = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  if (problems.length === 0) return <ErrorNote error={error} />;
  return (
    <div className="note note-danger" role="alert">
      <Icon name="warn" />
      <div>
        <p className="note-title">
          Not published: {problems.length === 1 ? 'one thing is' : `${problems.length} things are`} in the way
        </p>
        <ul>
          {problems.map(({ pointer, detail }) => (
            <li key={`${pointer}${detail}`}>{detail}</li>
          ))}
        </ul>
        <p>Learners still see the publication before.</p>
      </div>
    </div>
  );
}

/** Publishes the draft; a refusal lists every problem at once. */
export function Publish({ course }: { course: DraftCourse }) {
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => api.content.publish(course.id, course.version),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['author'] }),
  });
  return (
    <div className="stack-tight">
      <div>
        <button type="button" className="button primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
          {publish.isPending ? 'Publishing' : course.publication === null ? 'Publish' : 'Publish changes'}
        </button>
      </div>
      {publish.isError ? <Refusal error={publish.error} /> : null}
      {publish.isSuccess ? (
        <p role="status" className="row">
          <Icon name="check" size={18} /> Publication {publish.data.publication} is on its way to learners.
        </p>
      ) : null}
    </div>
  );
}
