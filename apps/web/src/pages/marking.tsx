import { Link, useSearch } from '@tanstack/react-router';

import { Queue } from '../features/marking/queue.js';
import { Page } from '../shared/ui/page.js';

const tabs = [
  { state: undefined, label: 'Waiting' },
  { state: 'marked', label: 'Marked' },
] as const;

/** Answers that only a person can judge. */
export function MarkingPage() {
  const search = useSearch({ from: '/marking' });
  const isNarrow = search.section !== undefined || search.cohort !== undefined;
  return (
    <Page title="Marking" lead="Essays of your learners. The attempt is graded when nothing of it waits any more.">
      <nav className="row" aria-label="Which answers">
        {tabs.map(({ state, label }) => (
          <Link
            key={label}
            from="/marking"
            search={{ ...search, state }}
            className={`button${search.state === state ? ' primary' : ''}`}
            aria-current={search.state === state ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {label}
          </Link>
        ))}
        {isNarrow ? (
          <Link from="/marking" search={{ state: search.state }}>
            Show all sections and cohorts
          </Link>
        ) : null}
      </nav>
      <Queue search={search} />
    </Page>
  );
}
