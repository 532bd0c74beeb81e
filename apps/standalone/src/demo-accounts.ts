import type { Role } from '#libs/contracts';

/** Only ever made in laptop mode, which listens on the loopback address: their passwords are public. */
export const demoAccounts = [
  {
    email: 'admin@waymark.example',
    displayName: 'Ada Admin',
    password: 'lantern-on-the-hill-admin',
    roles: ['learner', 'admin'],
  },
  {
    email: 'author@waymark.example',
    displayName: 'Arno Author',
    password: 'lantern-on-the-hill-author',
    roles: ['learner', 'author'],
  },
  {
    email: 'instructor@waymark.example',
    displayName: 'Ines Instructor',
    password: 'lantern-on-the-hill-teach',
    roles: ['learner', 'instructor'],
  },
  {
    email: 'learner@waymark.example',
    displayName: 'Lea Learner',
    password: 'lantern-on-the-hill-learn',
    roles: ['learner'],
  },
] as const satisfies readonly { email: string; displayName: string; password: string; roles: readonly Role[] }[];

export type DemoAccount = (typeof demoAccounts)[number];
