import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { mailKinds, mailStates } from './mail.js';

export const listMailsQuery = pageQuery.extend({ state: z.enum(mailStates).optional() });
export type ListMailsQuery = z.output<typeof listMailsQuery>;

const mail = {
  id: z.uuid(),
  kind: z.enum(mailKinds),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(mailStates),
  attempts: z.int(),
  /** What the mail server said, or why it could not be asked. */
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When the next attempt is due; null when none is. */
  dueAt: z.iso.datetime().nullable(),
  /** When the link in it ends; null for a message without one. */
  linkEndsAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
};
export const mailResponse = z.object({
  ...mail,
  /**
   * What it says, of messages that are kept because there is no mail server: an administrator hands them on. Null for all
   * others, since the link inside is as good as a password.
   */
  text: z.string().nullable(),
});
export type MailResponse = z.output<typeof mailResponse>;

export const mailListItem = z.object(mail);
export type MailListItem = z.output<typeof mailListItem>;
export const mailPage = pageOf(mailListItem).extend({
  /** Whether messages are sent at all; otherwise they are kept. */
  isSending: z.boolean(),
});
export type MailPage = z.output<typeof mailPage>;
