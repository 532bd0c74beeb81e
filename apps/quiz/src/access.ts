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
  'challenge.make': { roles: ['learner'], note: 'on their own attempts only' },
  'challenge.read-own': { roles: ['learner'], note: 'their own challenges only' },
  'challenge.read': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'challenge.resolve': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'regrade.read': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'regrade.make': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'regrade.apply': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'regrade.discard': { roles: ['author', 'admin'], note: 'authors: of their own courses' },
  'mark.read': {
    roles: ['instructor', 'author', 'admin'],
    note: 'instructors: learners in cohorts they teach, in the course of the cohort; authors: their own courses; nobody their own',
  },
  'mark.give': { roles: ['instructor', 'author', 'admin'], note: 'as mark.read' },
  'practice.start': { roles: ['learner'] },
  'practice.read-own': { roles: ['learner'], note: 'their own practice only' },
  'practice.try': { roles: ['learner'], note: 'their own practice only' },
  'credential.list-own': { roles: everyone },
  'credential.read': { public: true, note: 'whoever holds the link: ids cannot be guessed' },
  'cohort.create': { roles: ['instructor', 'admin'] },
  'cohort.read': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'cohort.change': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'cohort.change-instructors': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'enrolment.read': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'enrolment.change': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'dashboard.read': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'dashboard.export': { roles: ['instructor', 'admin'], note: 'instructors: cohorts they teach' },
  'accommodation.read-own': { roles: everyone },
  'accommodation.read': { roles: ['instructor', 'admin'], note: 'instructors: learners in cohorts they teach' },
  'accommodation.grant': { roles: ['instructor', 'admin'], note: 'as accommodation.read; nobody for themselves' },
  'item-analysis.read': {
    roles: ['author', 'instructor', 'admin'],
    note: 'authors: of their own courses; instructors: of courses in which they teach a cohort',
  },
  'issuer.read': { public: true },
});
