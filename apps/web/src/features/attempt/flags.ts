import { useState } from 'react';

const prefix = 'waymark.flags.';

function read(attemptId: string): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + attemptId) ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
  } catch {
    // Damaged by hand: flags are a help, not an answer.
    return new Set();
  }
}

export function forgetFlags(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

export const forgetFlagsOf = (attemptId: string): void => localStorage.removeItem(prefix + attemptId);

/** Questions the learner wants to come back to; kept on the device, they survive a reload. */
export function useFlags(attemptId: string): [ReadonlySet<string>, (questionId: string) => void] {
  const [flags, setFlags] = useState(() => read(attemptId));
  const toggle = (questionId: string) => {
    const next = new Set(flags);
    if (!next.delete(questionId)) next.add(questionId);
    localStorage.setItem(prefix + attemptId, JSON.stringify([...next]));
    setFlags(next);
  };
  return [flags, toggle];
}
