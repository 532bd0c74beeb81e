import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Answer, Attempt, PaperQuestion } from '#libs/api-client';

import { isAnswered, isPartlyAnswered, optionCount, pressOption } from '../../shared/questions/answer.js';
import { attemptQuery } from '../../shared/queries.js';
import type { AttemptSearch } from '../../shared/search-params.js';
import { api } from '../../shared/session/session.js';
import { KeysDialog, SubmitDialog } from './dialogs.js';
import { forgetFlagsOf, useFlags } from './flags.js';
import { Navigator } from './navigator.js';
import { PlayerFoot, PlayerTools } from './player-parts.js';
import { QuestionView } from './question-view.js';
import { PaperStatus } from './save-status.js';
import { forgetSpentTimeOf, useSpentTime } from './spent-time.js';
import { TimeLeft } from './time-left.js';
import { useAnswers } from './use-answers.js';
import { useKeys, useKeySwitch } from './use-keys.js';
import './attempt.css';

const typingPauseMs = 600;
const pollAfterDeadlineMs = 1_500;

interface PlayerProps {
  attempt: Attempt;
  /** When this device received the attempt: with `serverTime` it gives the server's clock. */
  receivedAt: number;
  search: AttemptSearch;
}

function useSubmit(attempt: Attempt, { keeper, outbox }: Pick<ReturnType<typeof useAnswers>, 'keeper' | 'outbox'>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.quiz.submit(attempt.id, keeper.unsent()),
    onSuccess: async (graded) => {
      keeper.stop();
      outbox.clear();
      forgetFlagsOf(attempt.id);
      forgetSpentTimeOf(attempt.id);
      queries.setQueryData(attemptQuery(attempt.id).queryKey, graded);
      for (const key of ['progress', 'attempts', 'my-credentials']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
      await navigate({
        to: '/attempts/$id/review',
        params: { id: attempt.id },
        replace: true,
        state: { isFresh: true },
      });
    },
  });
}

/** A running attempt: one question fills the screen, or the whole paper. */
export function Player({ attempt, receivedAt, search }: PlayerProps) {
  const navigate = useNavigate({ from: '/attempts/$id' });
  const queries = useQueryClient();
  const offset = Date.parse(attempt.serverTime) - receivedAt;
  const serverNow = () => Date.now() + offset;
  const { questions } = attempt;
  const isPaper = search.view === 'paper';
  const current = Math.min(search.q ?? 1, questions.length) - 1;
  const question = questions[current];
  const spent = useSpentTime(attempt.id, isPaper ? null : (question?.id ?? null));
  const { keeper, outbox, view } = useAnswers(attempt, serverNow, spent);
  const submit = useSubmit(attempt, { keeper, outbox });
  const [flags, toggleFlag] = useFlags(attempt.id);
  const [dialog, setDialog] = useState<'submit' | 'keys' | null>(null);
  const [singleKeysOn, setSingleKeys] = useKeySwitch();

  const go = (index: number) => {
    setDialog(null);
    const q = Math.max(0, Math.min(questions.length - 1, index)) + 1;
    // Each question is not a step back: Back leaves the quiz for the section.
    void navigate({ search: (before) => ({ ...before, q }), replace: true });
    // The question may be on the screen already; one that is not takes the focus when it comes.
    document.getElementById(`title-${questions[q - 1]?.id ?? ''}`)?.focus();
  };
  const answer = (id: string, value: Answer | null, isTyping: boolean) =>
    keeper.answer(id, value, isTyping ? typingPauseMs : 0);
  const next = () => (current === questions.length - 1 ? setDialog('submit') : go(current + 1));

  useKeys(
    {
      choose: (index) => {
        if (question === undefined || isPaper || index >= optionCount(question)) return;
        answer(question.id, pressOption(question, view.answers.get(question.id), index), false);
      },
      move: (by) => go(current + by),
      flag: () => {
        if (question !== undefined) toggleFlag(question.id);
      },
      next,
      help: () => setDialog('keys'),
    },
    singleKeysOn,
    dialog === null,
  );

  const timeIsOver = () => {
    keeper.flush();
    const ask = () => void queries.refetchQueries({ queryKey: attemptQuery(attempt.id).queryKey });
    setTimeout(ask, pollAfterDeadlineMs);
  };
  const numbersOf = (test: (item: PaperQuestion) => boolean) =>
    questions.flatMap((item, index) => (test(item) ? [index + 1] : []));
  const shown = isPaper ? questions : questions.slice(current, current + 1);

  return (
    <>
      <div className="player-bar">
        <PaperStatus view={view} />
        {attempt.deadlineAt === null ? null : (
          <TimeLeft
            startedAt={attempt.startedAt}
            deadlineAt={attempt.deadlineAt}
            serverNow={serverNow}
            onOver={timeIsOver}
          />
        )}
        <PlayerTools isPaper={isPaper} onKeys={() => setDialog('keys')} />
      </div>
      <Navigator
        questions={questions}
        current={current}
        isAnswered={(id) => isAnswered(view.answers.get(id))}
        flags={flags}
        onGo={go}
      />
      <div className={isPaper || !singleKeysOn ? 'stack' : 'stack with-keys'}>
        {shown.map((item) => (
          <QuestionView
            key={isPaper ? item.id : 'one'}
            question={item}
            number={questions.indexOf(item) + 1}
            of={questions.length}
            answer={view.answers.get(item.id)}
            state={view.states.get(item.id)}
            isFlagged={flags.has(item.id)}
            takesFocus={!isPaper}
            onAnswer={(value, isTyping) => answer(item.id, value, isTyping)}
            onFlag={() => toggleFlag(item.id)}
          />
        ))}
      </div>
      <PlayerFoot
        isPaper={isPaper}
        isFirst={current === 0}
        isLast={current === questions.length - 1}
        onPrevious={() => go(current - 1)}
        onNext={next}
        onSubmit={() => setDialog('submit')}
      />
      <SubmitDialog
        isOpen={dialog === 'submit'}
        empty={numbersOf(({ id }) => !isAnswered(view.answers.get(id)))}
        partly={numbersOf((item) => isPartlyAnswered(item, view.answers.get(item.id)))}
        flagged={numbersOf(({ id }) => flags.has(id))}
        unsent={view.unsent}
        isPending={submit.isPending}
        error={submit.error}
        onClose={() => setDialog(null)}
        onGo={(number) => go(number - 1)}
        onSubmit={() => submit.mutate()}
      />
      <KeysDialog
        isOpen={dialog === 'keys'}
        onClose={() => setDialog(null)}
        isOn={singleKeysOn}
        onSwitch={setSingleKeys}
      />
    </>
  );
}
