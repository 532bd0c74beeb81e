import type { QueryClient } from '@tanstack/react-query';

const touched = [
  'dashboard',
  'insights',
  'cohort',
  'cohorts',
  'learners',
  'invitations',
  'invitation-limits',
  'cohort-links',
  'cohort-history',
];

/** Whoever came or went is seen in all of these. */
export function refreshCohort(queries: QueryClient): void {
  for (const key of touched) void queries.invalidateQueries({ queryKey: [key] });
}
