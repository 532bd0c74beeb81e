import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import { ApiProblem } from '#libs/api-client';

import { attemptQuery } from '../../shared/queries.js';
import { api } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

interface StartQuizProps {
  sectionId: string;
  label: string;
  isLarge?: boolean;
}

/** Starts an attempt or opens the running one; a refusal shows its reasons here. */
export function StartQuiz({ sectionId, label, isLarge = true }: StartQuizProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => api.quiz.start(sectionId),
    onSuccess: async (attempt) => {
      queries.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
      void queries.invalidateQueries({ queryKey: ['progress'] });
      await router.navigate({ to: '/attempts/$id', params: { id: attempt.id } });
    },
  });
  const reasons = start.error instanceof ApiProblem ? (start.error.problem.errors ?? []) : [];
  return (
    <div className="stack-tight">
      <div>
        <button
          type="button"
          className={`button primary${isLarge ? ' large' : ''}`}
          disabled={start.isPending}
          onClick={() => start.mutate()}
        >
          {start.isPending ? 'Opening the quiz' : label}
          <Icon name="arrow" />
        </button>
      </div>
      {start.isError ? <ErrorNote error={start.error} /> : null}
      {reasons.length === 0 ? null : (
        <ul className="small-text">
          {reasons.map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
