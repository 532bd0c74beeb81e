import { defineAccess } from '#libs/platform';

/** Who may do what in `auth`; the route sweep holds every route against it. */
export const access = defineAccess({
  'account.register': { public: true },
  'account.read-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'account.change-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'account.list': { roles: ['admin'] },
  'account.grant-roles': { roles: ['admin'], note: 'not their own' },
  'account.suspend': { roles: ['admin'], note: 'not their own' },
  'session.start': { public: true, note: 'throttled per account and per address' },
  'session.refresh': { public: true, note: 'the refresh cookie is the proof' },
  'session.end': { public: true, note: 'the refresh cookie is the proof' },
  'session.list-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'session.end-all-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'signing-key.rotate': { roles: ['admin'] },
  'signing-key.read-public': { public: true },
});
