import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ApiProblem } from '#libs/api-client';

import { router } from './router.js';
import { queryClient } from './shared/query-client.js';
import { session } from './shared/session/session.js';
import { startTheme } from './shared/theme.js';
import { keepFocus } from './shared/ui/keep-focus.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

startTheme();
keepFocus(document);
void session.settle();

// A session that ends in the middle (sign-out in another tab, a revoked cookie) runs the guards of the page again.
let wasSignedIn = false;
session.subscribe(() => {
  const isSignedIn = session.read().status === 'signed_in';
  if (wasSignedIn && !isSignedIn) void router.invalidate();
  wasSignedIn = isSignedIn;
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const reportFault = (error: unknown) => {
  // A refusal is on the page in words; only a fault of ours is news for the console.
  if (!(error instanceof ApiProblem)) reportError(error);
};
createRoot(root, { onCaughtError: reportFault }).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
