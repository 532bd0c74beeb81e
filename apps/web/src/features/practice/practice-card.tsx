import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import type { OutlineSection, SectionProgress } from '#libs/api-client';

import { practiceQuery } from '../../shared/queries.js';
import { api } from '../../shared/session/session.js';
import { practiceSentences } from '../../shared/text/policy.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

/** The way into practice, where the author offers it. */
export function PracticeCard({ section, progress }: { section: OutlineSection; progress: SectionProgress }) {
  const router = useRouter();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => api.quiz.practise(section.id),
    onSuccess: async (session) => {
      queries.setQueryData(practiceQuery(session.id).queryKey, session);
      await router.navigate({ to: '/practice/$id', params: { id: session.id } });
    },
  });
  const { practice } = section.quiz;
  if (practice === null || progress.state === 'locked') return null;
  return (
    <aside className="card stack" aria-labelledby="practice">
      <h2 id="practice">Practice</h2>
      <ul className="quiz-rules">
        {['It does not count and uses no attempt.', ...practiceSentences(practice)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {start.isError ? <ErrorNote error={start.error} /> : null}
      {progress.openAttemptId === null ? (
        <div>
          <button type="button" className="button" disabled={start.isPending} onClick={() => start.mutate()}>
            {start.isPending ? 'Opening practice' : 'Practise'} <Icon name="arrow" />
          </button>
        </div>
      ) : (
        <p className="muted">Your quiz is running. Hand it in first, then practise.</p>
      )}
    </aside>
  );
}
