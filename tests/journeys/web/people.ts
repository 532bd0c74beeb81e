import { demoAccounts } from '../../../apps/standalone/src/demo-accounts.js';

/** One demo account per role, as `npm start` makes them. */
export function person(role: 'learner' | 'author' | 'instructor' | 'admin') {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${role}@`));
  if (account === undefined) throw new Error(`There is no demo account for the ${role}`);
  return account;
}
