import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { nextAskAt } from './follow.js';

/** What is worked out from the board and not told by its stream, by the first word of its key. */
const following = ['insights', 'needs-help'];

/** Asks for what follows the board, as far as it is on the screen, when the board moves. */
export function useFollowing(cohortId: string, revision: string | undefined): void {
  const queries = useQueryClient();
  const asked = useRef<{ revision: string; at: number | null } | null>(null);
  const dueAt = useRef<number | null>(null);
  useEffect(() => {
    if (revision === undefined) return undefined;
    // The first revision comes with the page, and so does everything else.
    asked.current ??= { revision, at: null };
    if (asked.current.revision === revision) return undefined;
    dueAt.current ??= nextAskAt(Date.now(), asked.current.at);
    const timer = setTimeout(() => {
      asked.current = { revision, at: Date.now() };
      dueAt.current = null;
      for (const name of following) void queries.invalidateQueries({ queryKey: [name, cohortId] });
    }, dueAt.current - Date.now());
    return () => clearTimeout(timer);
  }, [cohortId, revision, queries]);
}
