import { QueryClient } from '@tanstack/react-query';

import { ApiProblem } from '#libs/api-client';

import { session } from './session/session.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (tries, error) => tries < 2 && error instanceof ApiProblem && error.isTransient,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

session.onSignOut(() => queryClient.clear());
