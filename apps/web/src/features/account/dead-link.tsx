import type { ReactNode } from 'react';

import { ApiProblem } from '#libs/api-client';

import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

export const isDeadLink = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'link_dead';

/** A link from a mail that leads nowhere, with the way to another; any other failure as itself. */
export function LinkProblem({
  error,
  onRetry,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  children: ReactNode;
}) {
  if (!isDeadLink(error)) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <div className="note note-warning" role="alert">
      <Icon name="warn" />
      <div>
        <p className="note-title">This link does not work any more</p>
        <p>It was used already, its time is over, or a newer one has taken its place.</p>
        {children}
      </div>
    </div>
  );
}
