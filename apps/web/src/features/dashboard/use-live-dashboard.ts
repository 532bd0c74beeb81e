import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

import type { Dashboard, LiveFigures } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { LiveBoard, type LiveState } from './live-board.js';
import { changedCells, merged } from './merge.js';

const pollMs = 5_000;
/** How long a cell that just changed stays marked. */
const markedMs = 6_000;

export const dashboardKey = (cohortId: string) => ['dashboard', cohortId] as const;

export interface LiveDashboard {
  readonly query: UseQueryResult<Dashboard>;
  readonly live: LiveState;
  /** Cells that changed a moment ago, by `cellKey`. */
  readonly fresh: ReadonlySet<string>;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Marks what changed, each for a while of its own. */
function useFresh() {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const mark = useCallback((keys: readonly string[]) => {
    if (keys.length === 0) return;
    const gone = new Set(keys);
    setFresh((before) => new Set([...before, ...keys]));
    setTimeout(() => setFresh((before) => new Set([...before].filter((key) => !gone.has(key)))), markedMs);
  }, []);
  return { fresh, mark };
}

/** The figures of a cohort: asked for once, then told by a stream, and asked for again and again while there is none. */
export function useLiveDashboard(cohortId: string): LiveDashboard {
  const queries = useQueryClient();
  const [isPaused, setPaused] = useState(false);
  const [live, setLive] = useState<LiveState>({ mode: 'connecting', heardAt: null });
  const { fresh, mark } = useFresh();
  const query = useQuery({
    queryKey: dashboardKey(cohortId),
    queryFn: () => api.quiz.dashboard(cohortId),
    refetchInterval: isPaused || live.mode === 'live' ? false : pollMs,
    // The stream says what is new; a whole dashboard for each look at the tab would be the same again.
    refetchOnWindowFocus: !isPaused && live.mode !== 'live',
  });
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (isPaused || !isThere) return undefined;
    const key = dashboardKey(cohortId);
    const take = (told: LiveFigures) => {
      const before = queries.getQueryData<Dashboard>(key);
      const after = merged(before, told);
      if (after === null) void queries.invalidateQueries({ queryKey: key });
      else queries.setQueryData(key, after);
      if (before !== undefined && after !== null) mark(changedCells(before, after));
    };
    const board = new LiveBoard({
      open: (options) => api.quiz.watchCohort(cohortId, options),
      since: () => queries.getQueryData<Dashboard>(key)?.revision ?? null,
      onFigures: take,
      onState: setLive,
    });
    const nudge = () => board.nudge();
    board.start();
    window.addEventListener('online', nudge);
    document.addEventListener('visibilitychange', nudge);
    return () => {
      window.removeEventListener('online', nudge);
      document.removeEventListener('visibilitychange', nudge);
      board.stop();
    };
  }, [cohortId, isPaused, isThere, mark, queries]);
  return {
    query,
    live: isPaused ? { ...live, mode: 'paused' } : live,
    fresh,
    pause: () => setPaused(true),
    resume: () => {
      setLive((before) => ({ ...before, mode: 'connecting' }));
      setPaused(false);
    },
  };
}
