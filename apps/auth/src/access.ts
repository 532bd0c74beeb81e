import { defineAccess } from '#libs/platform';

/** Who may do what in `auth`; the route sweep holds every route against it. */
export const access = defineAccess({
  'account.register': { public: true },
  'account.read-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'account.change-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'account.export-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'account.erase-own': {
    roles: ['learner', 'author', 'instructor', 'admin'],
    note: 'with the password; not the last administrator',
  },
  'account.list': { roles: ['admin'] },
  'account.grant-roles': { roles: ['admin'], note: 'not their own' },
  'account.suspend': { roles: ['admin'], note: 'not their own' },
  'account.vouch': { roles: ['admin'], note: 'not their own' },
  'email.verify-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'email.verify': { public: true, note: 'the mailed link is the proof' },
  'password.ask-reset': { public: true, note: 'throttled; the same answer for every address' },
  'password.reset': { public: true, note: 'the mailed link is the proof' },
  'invitation.read': { public: true, note: 'the mailed link is the proof; looking does not use it' },
  'invitation.accept': { public: true, note: 'the mailed link is the proof; signed in only with the invited address' },
  'mail.read': { roles: ['admin'], note: 'the words only of messages that are kept for want of a mail server' },
  'mail.retry': { roles: ['admin'] },
  'mail.unsubscribe': { public: true, note: 'the signed address in the mail is the proof; it only switches mail off' },
  'session.start': { public: true, note: 'throttled per account and per address' },
  'session.refresh': { public: true, note: 'the refresh cookie is the proof' },
  'session.end': { public: true, note: 'the refresh cookie is the proof' },
  'session.list-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'session.end-all-own': { roles: ['learner', 'author', 'instructor', 'admin'] },
  'signing-key.rotate': { roles: ['admin'] },
  'signing-key.read-public': { public: true },
});
