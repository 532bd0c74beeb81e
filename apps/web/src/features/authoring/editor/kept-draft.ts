import { session } from '../../../shared/session/session.js';
import type { Draft } from './draft.js';

const prefix = 'waymark.author-draft.';

/** Work that is on this device only. */
export interface KeptDraft {
  draft: Draft;
  /** The version it was begun from; 0 for a new question. */
  version: number;
  at: string;
}

session.onSignOut(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
});

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  return 'draft' in value && typeof value.draft === 'object' && 'version' in value && 'at' in value;
}

/** What was left unsaved here; null where nothing was or it cannot be read any more. */
export function readKept(name: string): KeptDraft | null {
  const text = localStorage.getItem(prefix + name);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    // Cut off or from another release: what is on the server counts.
    localStorage.removeItem(prefix + name);
    return null;
  }
}

/** False where the device is full or keeps nothing. */
export function keep(name: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  localStorage.removeItem(prefix + name);
}
