import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

import type { Attempt } from '#libs/api-client';

import { attemptQuery } from '../../shared/queries.js';
import { api, session } from '../../shared/session/session.js';
import { useAccount } from '../../shared/session/use-session.js';
import { counted } from '../../shared/text/numbers.js';
import { announce } from '../../shared/ui/announcer.js';
import { AnswerKeeper } from './answer-keeper.js';
import { forgetFlags } from './flags.js';
import { forgetOutbox, Outbox } from './outbox.js';
import { forgetSpentTime, type SpentTime } from './spent-time.js';

session.onSignOut(() => {
  forgetOutbox(localStorage);
  forgetFlags();
  forgetSpentTime();
});

function sayConnection(isConnected: boolean, sent: number): void {
  announce(
    isConnected
      ? `Connected again. ${counted(sent, 'answer')} sent.`
      : 'Connection lost. Go on answering; your answers are kept on this device.',
  );
}

/** Ends when the page does: resends on reconnection, hears other tabs, and asks before leaving with unsent answers. */
function connect(keeper: AnswerKeeper, outbox: Outbox): () => void {
  const flush = () => keeper.flush();
  const hear = (event: StorageEvent) => {
    const news = outbox.read(event.key, event.newValue);
    if (news !== null) keeper.otherTab(news.questionId, news.entry);
  };
  const ask = (event: BeforeUnloadEvent) => {
    if (keeper.unsent().length > 0) event.preventDefault();
  };
  window.addEventListener('online', flush);
  window.addEventListener('storage', hear);
  window.addEventListener('beforeunload', ask);
  return () => {
    window.removeEventListener('online', flush);
    window.removeEventListener('storage', hear);
    window.removeEventListener('beforeunload', ask);
    keeper.stop();
  };
}

/** The answers of a running attempt with the state of each, saved as they are given. */
export function useAnswers(attempt: Attempt, serverNow: () => number, spent: SpentTime) {
  const queries = useQueryClient();
  const account = useAccount();
  const latestServerNow = useRef(serverNow);
  latestServerNow.current = serverNow;
  const startedAt = Date.parse(attempt.startedAt);
  const learnerId = account?.id ?? '';

  const { keeper, outbox } = useMemo(() => {
    const outboxOfAttempt = new Outbox(localStorage, { id: attempt.id, learnerId });
    const keeperOfAttempt = new AnswerKeeper({
      outbox: outboxOfAttempt,
      elapsedMs: () => latestServerNow.current() - startedAt,
      spentSeconds: (questionId) => spent.seconds(questionId),
      send: (entry) => api.quiz.saveAnswer(attempt.id, entry),
      onStale: () => void queries.refetchQueries({ queryKey: attemptQuery(attempt.id).queryKey }),
      onConnection: sayConnection,
    });
    return { keeper: keeperOfAttempt, outbox: outboxOfAttempt };
  }, [attempt.id, learnerId, startedAt, queries, spent]);

  useEffect(() => keeper.load(attempt.answers), [keeper, attempt.answers]);
  useEffect(() => connect(keeper, outbox), [keeper, outbox]);
  const view = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { keeper, outbox, view };
}
