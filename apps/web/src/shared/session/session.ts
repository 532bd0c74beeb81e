import { createApi, ApiProblem, type Account, type Role, type SessionGrant } from '#libs/api-client';

/** Who uses this tab. The access token lives in this module's memory and nowhere else; a reload asks the cookie again. */
export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable'; problem: ApiProblem }
  | { status: 'anonymous' }
  | { status: 'signed_in'; account: Account };

let state: SessionState = { status: 'starting' };
let accessToken: string | null = null;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();
const endings = new Set<() => void>();
const otherTabs = new BroadcastChannel('waymark.session');

export const api = createApi({ accessToken: () => accessToken, refresh });

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function accept(grant: SessionGrant): void {
  accessToken = grant.accessToken;
  become({ status: 'signed_in', account: grant.account });
}

/** Tabs share one rotating cookie: two refreshes at once would look like a stolen one, so they queue. */
async function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  return 'locks' in navigator ? navigator.locks.request('waymark.refresh', work) : work();
}

async function renew(): Promise<boolean> {
  try {
    accept(await oneTabAtATime(() => api.auth.refresh()));
    return true;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (!error.isTransient) end();
    else if (state.status === 'starting' || state.status === 'unreachable') {
      become({ status: 'unreachable', problem: error });
    }
    return false;
  }
}

function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

function end(): void {
  accessToken = null;
  become({ status: 'anonymous' });
}

function forgetEverything(): void {
  for (const forget of endings) forget();
  end();
}

otherTabs.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data === 'signed_out') forgetEverything();
});

export const session = {
  read: (): SessionState => state,

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Runs at sign-out, in every tab: what a feature keeps on the device goes here. */
  onSignOut(forget: () => void): void {
    endings.add(forget);
  },

  /** Resolves when it is known who uses the tab; asks the cookie once per load, again after a failure. */
  async settle(): Promise<SessionState> {
    if (state.status === 'starting' || state.status === 'unreachable') await refresh();
    return state;
  },

  async signIn(email: string, password: string): Promise<void> {
    accept(await api.auth.signIn({ email, password }));
  },

  async signOut(scope: 'here' | 'everywhere' = 'here'): Promise<void> {
    try {
      await (scope === 'here' ? api.auth.signOut() : api.auth.signOutEverywhere());
    } finally {
      forgetEverything();
      otherTabs.postMessage('signed_out');
    }
  },

  replaceAccount(account: Account): void {
    become({ status: 'signed_in', account });
  },
};

export function hasRole(state: SessionState, ...roles: Role[]): boolean {
  return state.status === 'signed_in' && state.account.roles.some((role) => roles.includes(role));
}
