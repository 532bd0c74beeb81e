import { createHash } from 'node:crypto';

import type { BrokerMessage } from './brokers/broker.js';

/** A fact as the outbox holds it. */
export interface OutgoingEvent {
  readonly eventId: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  /** Null for a tombstone. */
  readonly data: unknown;
  readonly traceparent: string | null;
  readonly occurredAt: Date;
}

/** What can be said about a message without trusting it: enough to park it, whatever it is. */
export interface IncomingEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: string;
  readonly topic: string;
  readonly key: string;
  readonly traceparent?: string;
  readonly message: BrokerMessage;
}

const idLengthMax = 200;
const keyLengthMax = 500;

/** CloudEvents `source` of a service. */
export function sourceOf(service: string): string {
  return `urn:waymark:${service}`;
}

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the value is the plain data. */
export function encode(service: string, event: OutgoingEvent): BrokerMessage {
  return {
    topic: event.topic,
    key: event.key,
    headers: {
      ce_specversion: '1.0',
      ce_id: event.eventId,
      ce_source: sourceOf(service),
      ce_type: event.type,
      ce_time: event.occurredAt.toISOString(),
      'content-type': 'application/json',
      ...(event.traceparent === null ? {} : { traceparent: event.traceparent }),
    },
    value: event.data === null ? null : Buffer.from(JSON.stringify(event.data)),
  };
}

/** Reads the envelope of any message; whatever is missing is empty. Never throws: what cannot be read must be parked. */
export function decode(message: BrokerMessage): IncomingEvent {
  const header = (name: string, lengthMax: number) => storable(message.headers[name] ?? '', lengthMax);
  const traceparent = header('traceparent', 60);
  const given = message.headers['ce_id'] ?? '';
  return {
    id: given !== '' && given === storable(given, idLengthMax) ? given : fingerprint(message),
    type: header('ce_type', 200),
    source: header('ce_source', 200),
    time: header('ce_time', 60),
    topic: message.topic,
    key: storable(message.key ?? '', keyLengthMax),
    ...(traceparent === '' ? {} : { traceparent }),
    message,
  };
}

/**
 * Text as PostgreSQL can hold it, without NUL and without half surrogate pairs: neither a message that somebody else
 * wrote nor what a person typed may make a statement fail.
 */
export function storable(text: string, lengthMax = text.length): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD').slice(0, lengthMax)).toString();
}

/**
 * A message without a usable id is known by its content, so that its redelivery is recognised; by its content as it
 * is parked, so that it keeps this id when it is requeued.
 */
function fingerprint({ topic, key, headers, value }: BrokerMessage): string {
  const hash = createHash('sha256').update(JSON.stringify([topic, storable(key ?? '', keyLengthMax)]));
  hash.update(JSON.stringify(storableHeaders(headers)));
  return `unidentified:${hash
    .update(value ?? '')
    .digest('hex')
    .slice(0, 32)}`;
}

export function storableHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [storable(name), storable(value)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
