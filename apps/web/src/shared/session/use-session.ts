import { useSyncExternalStore } from 'react';

import type { Account } from '#libs/api-client';

import { session, type SessionState } from './session.js';

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.read);
}

/** The signed-in account; null elsewhere. */
export function useAccount(): Account | null {
  const state = useSession();
  return state.status === 'signed_in' ? state.account : null;
}
