import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { AnswerView } from '../features/marking/answer-view.js';
import { MarkForm } from '../features/marking/mark-form.js';
import { api } from '../shared/session/session.js';
import { announce } from '../shared/ui/announcer.js';
import { Page } from '../shared/ui/page.js';
import { QueryView, Skeleton } from '../shared/ui/states.js';
import '../shared/questions/questions.css';
import '../features/marking/marking.css';

const from = '/marking/$attempt/$question';

/** After a mark: the next answer that waits under the same filters, or the queue. */
function useNext() {
  const search = useSearch({ from });
  const { attempt, question } = useParams({ from });
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async () => {
    announce('The mark is saved');
    await queries.invalidateQueries({ queryKey: ['answer-to-mark', attempt, question] });
    const { items } = await api.quiz
      .markingQueue({ sectionId: search.section, cohortId: search.cohort, limit: 2 })
      .catch(() => ({ items: [] })); // the queue page says what is wrong
    const next = items.find((item) => item.attemptId !== attempt || item.questionId !== question);
    if (next === undefined || search.state === 'marked') await navigate({ to: '/marking', search });
    else await navigate({ to: from, params: { attempt: next.attemptId, question: next.questionId }, search });
  };
}

/** One answer, beside it the rubric. */
export function MarkingAnswerPage() {
  const { attempt, question } = useParams({ from });
  const search = useSearch({ from });
  const next = useNext();
  const answer = useQuery({
    queryKey: ['answer-to-mark', attempt, question],
    queryFn: () => api.quiz.answerToMark(attempt, question),
    // A mark that is being given must not be replaced under the marker's hands.
    refetchOnWindowFocus: false,
  });
  return (
    <Page
      title={answer.data === undefined ? 'Answer' : answer.data.learnerName || 'A learner without a name'}
      lead={answer.data?.sectionTitle}
      width="full"
      above={
        <Link to="/marking" search={search}>
          Marking
        </Link>
      }
    >
      <QueryView query={answer} skeleton={<Skeleton kind="card" rows={2} />}>
        {(data) => (
          <div className="marking">
            <AnswerView answer={data} />
            <section className="card stack" aria-labelledby="mark">
              <h2 id="mark">Mark</h2>
              <MarkForm
                key={`${data.attemptId}${data.questionId}${data.version}`}
                answer={data}
                onSaved={() => void next()}
                onReload={() => void answer.refetch()}
              />
            </section>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
