import { eventContracts, isTopic, topics, type EventContract } from '#libs/contracts';

import { sourceOf, type IncomingEvent } from '../envelope.js';
import type { ReceivedEvent } from '../on-event.js';
import { Park } from './failures.js';

/** Throws {@link Park} unless the message is what its contract says, from the service that may say it. */
export function screen(incoming: IncomingEvent): ReceivedEvent<unknown> {
  const contract = contractOf(incoming);
  const data = dataOf(incoming, contract);
  const { id, type, source, time, key, traceparent } = incoming;
  return { id, type, source, time, key, data, ...(traceparent ? { traceparent } : {}) };
}

/** An erasure mark of a compacted topic: the event that told readers to forget came before it. */
export function isTombstone({ topic, message }: IncomingEvent): boolean {
  return message.value === null && isTopic(topic) && topics[topic].cleanup === 'compact';
}

function contractOf({ type, topic, source, id }: IncomingEvent): EventContract {
  if (type === '' || source === '' || id.startsWith('unidentified:')) {
    throw new Park('unreadable', 'The CloudEvents headers ce_id, ce_type and ce_source are not all there.');
  }
  const contract = eventContracts.get(type);
  if (!contract) throw new Park('unknown_type', `No contract is called "${type}".`);
  if (contract.topic !== topic)
    throw new Park('wrong_topic', `"${type}" belongs on ${contract.topic}, not on ${topic}.`);
  const owner = sourceOf(topics[contract.topic].owner);
  if (source !== owner)
    throw new Park('foreign_source', `Only ${owner} may write to ${topic}; this is from "${source}".`);
  return contract;
}

function dataOf({ message, key }: IncomingEvent, contract: EventContract): unknown {
  let json: unknown;
  try {
    json = JSON.parse((message.value ?? '').toString());
  } catch {
    throw new Park('unreadable', 'The value is not JSON.');
  }
  const parsed = contract.schema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('/')}: ${issue.message}`);
    throw new Park('bad_shape', issues.join('; '));
  }
  const belongsTo = contract.keyOf(parsed.data);
  if (belongsTo !== key) throw new Park('key_mismatch', `The data belongs to "${belongsTo}", the key is "${key}".`);
  return parsed.data;
}
