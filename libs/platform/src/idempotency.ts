import { createHash } from 'node:crypto';

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';

import { rows } from './database.js';
import { InvalidRequest, Refusal } from './refusal.js';

const keptHours = 24;

export class IdempotencyKeyReused extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'idempotency_key_reused';

  constructor() {
    super('This Idempotency-Key was used for another request. Use a new key for a new request.');
  }
}

/** The request's Idempotency-Key, null without one. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,100}$/.test(key)) return key;
  throw new InvalidRequest('The Idempotency-Key header is not usable.', [
    { pointer: '/headers/idempotency-key', detail: 'expected 1 to 100 visible ASCII characters' },
  ]);
});

/** A creation that may be asked for again under the same key. */
export interface Repeatable {
  /** Null where the caller sent none: then every request creates. */
  readonly key: string | null;
  readonly callerId: string;
  /** Names the kind of creation, and the parent it happens in. */
  readonly route: string;
  readonly request: unknown;
}

/**
 * Creates once per caller, route and key, within the transaction of `manager`: a repeat gets the first answer, for a day,
 * and one that comes while the first is at work waits for it. What was refused or failed leaves no trace and may be tried again.
 * @throws IdempotencyKeyReused when the key came with another request before.
 */
export async function once<Answer>(
  manager: EntityManager,
  { key, callerId, route, request }: Repeatable,
  create: () => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return create();
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64');
  await manager.query(
    `DELETE FROM idempotency_key WHERE ctid IN (
       SELECT ctid FROM idempotency_key WHERE created_at < now() - make_interval(hours => $1) LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [keptHours],
  );
  const claimed = await rows(
    manager,
    `INSERT INTO idempotency_key (caller, route, key, body_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (caller, route, key) DO NOTHING RETURNING 1`,
    [callerId, route, key, hash],
  );
  const which = 'caller = $1 AND route = $2 AND key = $3';
  if (claimed.length === 0) {
    const sql = `SELECT body_hash, body FROM idempotency_key WHERE ${which}`;
    const [first] = await rows<{ body_hash: string; body: Answer }>(manager, sql, [callerId, route, key]);
    if (first?.body_hash !== hash) throw new IdempotencyKeyReused();
    return first.body;
  }
  const answer = await create();
  const values = [callerId, route, key, JSON.stringify(answer)];
  await manager.query(`UPDATE idempotency_key SET body = $4 WHERE ${which}`, values);
  return answer;
}
