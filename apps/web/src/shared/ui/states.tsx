import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { errorWords } from '../text/problem.js';
import { Icon } from './icon.js';

/** Grey shapes of the content to come. `rows` of one height, announced once as "Loading". */
export function Skeleton({ rows = 3, kind = 'line' }: { rows?: number; kind?: 'line' | 'card' | 'row' }) {
  return (
    <div className={`skeleton skeleton-${kind}`} role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-shape" />
      ))}
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail, isFinal = false } = errorWords(error);
  return (
    <div className="note note-danger" role="alert">
      <Icon name="warn" />
      <div>
        <p className="note-title">{title}</p>
        {detail === '' ? null : <p>{detail}</p>}
        {onRetry === undefined || isFinal ? null : (
          <button type="button" className="button small" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}

/** A place with nothing in it yet: what will be here and the first act. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

interface QueryViewProps<Data> {
  query: UseQueryResult<Data>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The three states of a query. What was loaded stays on the screen when a later refetch fails. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <Skeleton />;
}
