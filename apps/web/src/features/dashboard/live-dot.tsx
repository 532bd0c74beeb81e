import { useEffect, useState } from 'react';

import { ApiProblem } from '#libs/api-client';

import { clock } from '../../shared/text/time.js';
import type { LiveDashboard } from './use-live-dashboard.js';

type Tone = 'live' | 'waiting' | 'old';

function words({ query, live }: LiveDashboard, now: number): { tone: Tone; text: string } {
  const askedAt = query.dataUpdatedAt;
  const age = (at: number) => `${Math.max(0, Math.round((now - at) / 1_000))} s ago`;
  if (live.mode === 'paused') return { tone: 'old', text: `Paused, figures of ${timeOf(askedAt)}` };
  if (live.mode === 'live' && live.heardAt !== null) {
    return { tone: 'live', text: `Live, ${age(Math.max(live.heardAt, askedAt))}` };
  }
  if (query.isError && query.error instanceof ApiProblem && !query.error.isTransient) {
    return { tone: 'old', text: `Not yours to see any more, figures of ${timeOf(askedAt)}` };
  }
  if (query.isError || query.failureCount > 0) return { tone: 'old', text: `Offline since ${timeOf(askedAt)}` };
  if (live.mode === 'connecting') return { tone: 'waiting', text: `Connecting, ${age(askedAt)}` };
  return { tone: 'waiting', text: `Polling, ${age(askedAt)}` };
}

const timeOf = (at: number): string => clock(new Date(at).toISOString());

/** How old the figures are, and how they come; can be held still for a call. */
export function LiveDot({ board }: { board: LiveDashboard }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const { tone, text } = words(board, Math.max(now, board.query.dataUpdatedAt));
  const isPaused = board.live.mode === 'paused';
  return (
    <span className="live-line">
      <span className={`live live-${tone}`}>
        <span className="live-dot" aria-hidden="true" />
        <span className="live-words">{text}</span>
      </span>
      <button type="button" className="button small quiet" onClick={isPaused ? board.resume : board.pause}>
        {isPaused ? 'Go on' : 'Hold still'}
      </button>
    </span>
  );
}
