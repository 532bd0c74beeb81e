import { defineAccess } from '#libs/platform';

const everyone = ['learner', 'author', 'instructor', 'admin'] as const;

/** Who may do what in `quiz`; the route sweep holds every route against it. */
export const access = defineAccess({
  'catalog.read': { public: true },
  'progress.read-own': { roles: everyone },
  'attempt.start': { roles: ['learner'] },
  'attempt.read-own': { roles: ['learner'], note: 'their own attempts only' },
  'attempt.answer': { roles: ['learner'], note: 'their own attempts only' },
  'attempt.submit': { roles: ['learner'], note: 'their own attempts only' },
  'attempt.void': { roles: ['instructor', 'admin'], note: 'instructors: of learners in cohorts they teach' },
  'credential.list-own': { roles: everyone },
  'credential.read': { public: true, note: 'whoever holds the link: ids cannot be guessed' },
  'issuer.read': { public: true },
});
