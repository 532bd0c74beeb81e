import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import {
  ApiProblem,
  type Answer,
  type PaperQuestion,
  type PracticeSession,
  type PracticeState,
} from '#libs/api-client';

import { outcomeMarks } from '../../shared/questions/outcome-mark.js';
import { practiceQuery } from '../../shared/queries.js';
import { api } from '../../shared/session/session.js';
import { announce } from '../../shared/ui/announcer.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { nextUndone, stateOf, triesWords } from './practice.js';
import { PracticeQuestion } from './practice-question.js';
import './practice.css';

function markOf(state: PracticeState | undefined) {
  if (state === undefined || state.triesUsed === 0) return { word: 'not tried', icon: null };
  if (state.outcome === null) return { word: 'tried', icon: 'dot' as const };
  if (state.outcome === 'pending') return { word: 'tried', icon: 'dot' as const };
  const { word, icon } = outcomeMarks[state.outcome];
  return { word: word.toLowerCase(), icon };
}

interface StepsProps {
  session: PracticeSession;
  current: number;
  onGo: (index: number) => void;
}

function Steps({ session, current, onGo }: StepsProps) {
  return (
    <nav aria-label="Questions">
      <ol className="practice-steps plain-list">
        {session.questions.map(({ id }, index) => {
          const { word, icon } = markOf(stateOf(session, id));
          return (
            <li key={id}>
              <button
                type="button"
                className="practice-step"
                aria-label={`Question ${index + 1}, ${word}`}
                aria-current={index === current ? 'step' : undefined}
                onClick={() => onGo(index)}
              >
                {index + 1}
                {icon === null ? null : <Icon name={icon} size={14} />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function sayResult(state: PracticeState): void {
  const { outcome } = state;
  const result = outcome === null || outcome === 'pending' ? 'Tried.' : `${outcomeMarks[outcome].word}.`;
  announce(state.isDone ? result : `${result} ${triesWords(state)}`);
}

function usePractice(session: PracticeSession) {
  const queries = useQueryClient();
  const { queryKey } = practiceQuery(session.id);
  const take = useMutation({
    mutationFn: ({ state, answer }: { state: PracticeState; answer: Answer }) =>
      api.quiz.tryPractice(session.id, state.questionId, { answer, number: state.triesUsed + 1 }),
    onSuccess: (judged) => {
      queries.setQueryData(queryKey, (before) => ({
        ...(before ?? session),
        states: (before ?? session).states.map((state) => (state.questionId === judged.questionId ? judged : state)),
      }));
      sayResult(judged);
    },
    onError: (error) => {
      // Another tab was quicker: what the server knows is what counts.
      if (error instanceof ApiProblem && error.status === 409) void queries.invalidateQueries({ queryKey });
    },
  });
  const finish = useMutation({
    mutationFn: () => api.quiz.finishPractice(session.id),
    onSuccess: (finished) => queries.setQueryData(queryKey, finished),
  });
  return { take, finish };
}

/** Question by question, with what is to be said at once. */
export function PracticePlayer({ session, q }: { session: PracticeSession; q: number }) {
  const navigate = useNavigate({ from: '/practice/$id' });
  const { take, finish } = usePractice(session);
  const current = Math.min(q, session.questions.length) - 1;
  const question: PaperQuestion | undefined = session.questions[current];
  const state = question === undefined ? undefined : stateOf(session, question.id);
  const next = nextUndone(session, current);
  const go = (index: number) => {
    take.reset();
    void navigate({ search: { q: index + 1 }, replace: true });
  };
  const isDone = state?.isDone === true;
  const canGoOn = next !== null && next !== current;
  return (
    <>
      <Steps session={session} current={current} onGo={go} />
      {question === undefined || state === undefined ? null : (
        <PracticeQuestion
          key={question.id}
          question={question}
          number={current + 1}
          of={session.questions.length}
          state={state}
          isPending={take.isPending}
          error={take.error}
          onTry={(answer) => take.mutate({ state, answer })}
        />
      )}
      {finish.isError ? <ErrorNote error={finish.error} /> : null}
      <div className="row">
        {canGoOn ? (
          <button
            // Two buttons rather than one that changes its colour under the pointer.
            key={isDone ? 'next' : 'later'}
            type="button"
            className={`button${isDone ? ' primary' : ''}`}
            onClick={() => go(next)}
          >
            {isDone ? 'Next question' : 'Leave this one for later'} <Icon name="arrow" />
          </button>
        ) : null}
        <button
          key={next === null ? 'all' : 'some'}
          type="button"
          className={`button practice-finish${next === null ? ' primary' : ''}`}
          disabled={finish.isPending}
          onClick={() => finish.mutate()}
        >
          {finish.isPending ? 'Finishing' : 'Finish practice'}
        </button>
      </div>
    </>
  );
}
