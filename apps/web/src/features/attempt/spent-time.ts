import { useEffect, useMemo } from 'react';

import type { KeyValueStore } from './outbox.js';

const prefix = 'waymark.spent.';
const secondsMax = 86_400;

function read(text: string | null): Map<string, number> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, number] => Number.isFinite(entry[1])));
  } catch {
    // Damaged by hand: it is a statistic, not an answer.
    return new Map();
  }
}

export function forgetSpentTime(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

export const forgetSpentTimeOf = (attemptId: string): void => localStorage.removeItem(prefix + attemptId);

/** How long each question of an attempt was on the screen, in milliseconds; kept on the device over a reload. */
export class SpentTime {
  private readonly spentMs: Map<string, number>;
  private current: { questionId: string; since: number } | null = null;

  constructor(
    private readonly store: Pick<KeyValueStore, 'getItem' | 'setItem'>,
    private readonly attemptId: string,
    private readonly now: () => number = Date.now,
  ) {
    this.spentMs = read(store.getItem(prefix + attemptId));
  }

  /** This question is looked at from now on; null for none, as in a tab in the background. */
  look(questionId: string | null): void {
    if (this.current?.questionId === questionId) return;
    this.settle();
    this.current = questionId === null ? null : { questionId, since: this.now() };
  }

  seconds(questionId: string): number {
    const running = this.current?.questionId === questionId ? this.now() - this.current.since : 0;
    const spent = (this.spentMs.get(questionId) ?? 0) + Math.max(0, running);
    return Math.min(secondsMax, Math.round(spent / 1_000));
  }

  private settle(): void {
    if (this.current === null) return;
    const { questionId, since } = this.current;
    this.spentMs.set(questionId, (this.spentMs.get(questionId) ?? 0) + Math.max(0, this.now() - since));
    try {
      this.store.setItem(prefix + this.attemptId, JSON.stringify(Object.fromEntries(this.spentMs)));
    } catch {
      // A device that refuses to store forgets it at a reload.
    }
  }
}

/** The question that holds the focus, by the `data-question` of its section. */
function questionAt(target: EventTarget | null): string | null {
  const section = target instanceof Element ? target.closest('[data-question]') : null;
  return section?.getAttribute('data-question') ?? null;
}

/** Measures the question on the screen while the tab is in front; of a whole paper, the one that was used last. */
export function useSpentTime(attemptId: string, questionId: string | null): SpentTime {
  const time = useMemo(() => new SpentTime(localStorage, attemptId), [attemptId]);
  useEffect(() => {
    let inUse = questionId;
    const look = () => time.look(document.hidden ? null : inUse);
    const focus = ({ target }: FocusEvent) => {
      if (questionId === null) inUse = questionAt(target) ?? inUse;
      look();
    };
    look();
    document.addEventListener('visibilitychange', look);
    document.addEventListener('focusin', focus);
    return () => {
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('focusin', focus);
      time.look(null);
    };
  }, [time, questionId]);
  return time;
}
