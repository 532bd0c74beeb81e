import { useState } from 'react';

import type { QuestionName, QuestionView } from '#libs/api-client';

/** As many as one change may touch. */
export const batchMax = 200;

/** Which questions of the list are ticked, each at the version that is on the screen. */
export function useSelection(items: readonly QuestionView[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => ids.has(id));
  return {
    has: (id: string) => ids.has(id),
    names: chosen.map(({ id, version }): QuestionName => ({ id, version })),
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    takeAll: () => setIds(new Set(items.slice(0, batchMax).map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
