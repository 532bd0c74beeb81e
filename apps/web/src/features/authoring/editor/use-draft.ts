import { useEffect, useState } from 'react';

import type { Draft } from './draft.js';
import { forget, keep, readKept } from './kept-draft.js';

const keepDelayMs = 400;

interface Stored {
  draft: Draft;
  version: number;
}

export type Kept = { state: 'saved' } | { state: 'kept' | 'not_kept'; at: string };

/** The draft on the screen; what is not saved yet is kept on the device and found again. */
export function useDraft(name: string, stored: Stored) {
  const [found] = useState(() => readKept(name));
  const [draft, setDraft] = useState(found?.draft ?? stored.draft);
  /** The version that the draft was made from: what somebody else saved since must not be lost. */
  const [version, setVersion] = useState(found?.version ?? stored.version);
  const [isDirty, setDirty] = useState(found !== null);
  const [kept, setKept] = useState<Kept>(found === null ? { state: 'saved' } : { state: 'kept', at: found.at });

  useEffect(() => {
    if (!isDirty) return undefined;
    const timer = setTimeout(() => {
      const at = new Date().toISOString();
      setKept({ state: keep(name, { draft, version, at }) ? 'kept' : 'not_kept', at });
    }, keepDelayMs);
    return () => clearTimeout(timer);
  }, [draft, isDirty, name, version]);

  const settle = (next: Stored) => {
    forget(name);
    setDraft(next.draft);
    setVersion(next.version);
    setDirty(false);
    setKept({ state: 'saved' });
  };
  return {
    draft,
    version,
    isDirty,
    kept,
    wasFound: found !== null,
    change: (next: Draft) => {
      setDraft(next);
      setDirty(true);
    },
    /** The draft is what the server has. */
    settle,
    /** Saves on top of a newer version, knowingly. */
    rebase: setVersion,
  };
}
