import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, NotFound, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { AuthConfig } from '../config.js';
import { open, seal } from '../signing-keys/sealed.js';
import type { Letter } from './letter.js';
import type { MailKind } from './mail.js';
import { MailMetrics } from './mail-metrics.service.js';
import type { ListMailsQuery, MailListItem, MailPage, MailResponse } from './mails.dto.js';
import { MailNotConfigured, MailNotRetriable } from './mails.errors.js';
import { findMail, listMails, type MailRow, requeue } from './mails.queries.js';

export interface NewMail {
  readonly kind: MailKind;
  readonly recipient: string;
  readonly letter: Letter;
  /** Null for somebody without an account. With the account its messages go. */
  readonly accountId: string | null;
  /** What it is about; messages of the same kind about the same that were not sent yet are replaced. */
  readonly about?: string;
  /** When the link inside ends. */
  readonly uselessAt?: Date;
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const words = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  unsubscribeUrl: z.string().optional(),
});

/** The messages of the platform: written in the transaction that causes them, sent afterwards. */
@Injectable()
export class MailsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
    private readonly metrics: MailMetrics,
  ) {}

  async add(manager: EntityManager, { kind, recipient, letter, accountId, about, uselessAt }: NewMail): Promise<void> {
    if (about !== undefined) await this.withdraw(manager, kind, about);
    const now = this.clock.now();
    const body = seal(Buffer.from(JSON.stringify(letter)), this.config.secret, 'mail');
    const state = this.config.mail.server === null ? 'kept' : 'queued';
    await manager.query(
      `INSERT INTO mail (id, kind, account_id, about, recipient, subject, body, state, created_at, due_at, useless_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
      [
        ...[randomUUID(), kind, accountId, about ?? null, recipient, letter.subject, body, state, now],
        uselessAt ?? null,
      ],
    );
    this.metrics.queued(kind);
  }

  /** Messages about something that holds no more; what is sent is sent. */
  async withdraw(manager: EntityManager, kind: MailKind, about: string): Promise<void> {
    await manager.query(`DELETE FROM mail WHERE about = $1 AND kind = $2 AND state <> 'sent'`, [about, kind]);
  }

  async list({ state, cursor, limit }: ListMailsQuery): Promise<MailPage> {
    const after = readCursor('mail', cursor, position);
    const found = await listMails(this.dataSource, { state: state ?? null, after, limit: limit + 1 });
    const page = toPage('mail', found, limit, {
      item: toItem,
      key: (mail) => [mail.created_at.toISOString(), mail.id],
    });
    return { ...page, isSending: this.config.mail.server !== null };
  }

  async show(id: string): Promise<MailResponse> {
    const [mail] = await findMail(this.dataSource, id);
    if (!mail) throw new NotFound('message');
    const isShown = mail.state === 'kept' && mail.body !== null;
    return { ...toItem(mail), text: isShown ? (this.read(mail)?.text ?? null) : null };
  }

  /** @throws MailNotConfigured, MailNotRetriable */
  async retry(id: string): Promise<MailListItem> {
    if (this.config.mail.server === null) throw new MailNotConfigured();
    const [queued] = await requeue(this.dataSource, [id, this.clock.now()]);
    if (queued) return toItem(queued);
    const [mail] = await findMail(this.dataSource, id);
    throw mail ? new MailNotRetriable() : new NotFound('message');
  }

  /** What a message says; null once that is forgotten. */
  read({ body }: MailRow): Letter | null {
    return body === null ? null : words.parse(JSON.parse(open(body, this.config.secret, 'mail').toString()));
  }
}

function toItem(mail: MailRow): MailListItem {
  const { id, kind, recipient, subject, state, attempts } = mail;
  return {
    ...{ id, kind, recipient, subject, state, attempts },
    lastError: mail.last_error,
    createdAt: mail.created_at.toISOString(),
    dueAt: state === 'queued' ? mail.due_at.toISOString() : null,
    linkEndsAt: mail.useless_at?.toISOString() ?? null,
    settledAt: mail.settled_at?.toISOString() ?? null,
  };
}
