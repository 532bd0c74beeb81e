import { eventContracts, topics, type EventContract, type Topic, type TopicPromise } from '#libs/contracts';
import { format } from 'prettier';
import { z } from 'zod';

import { fieldsOf } from './schema-fields.js';

const preface = `# Events

<!-- Written by npm run generate from libs/contracts; a change by hand is refused by npm run check. -->

What the services tell each other. Each event is a row of its service's outbox first and a Kafka record second, in a
CloudEvents 1.0 envelope (Kafka binding, JSON), with the aggregate's id as the key: order is promised per key and nowhere else.
Contracts only grow: a field may be added as optional; anything else is a new version beside the old one.
`;

/** Every topic with its promises, and every event on it with its fields, as a Markdown page. */
export function eventCatalogue(): Promise<string> {
  const pages = Object.entries(topics).map(([name, promise]) => {
    const events = [...eventContracts.values()].filter(({ topic }) => topic === name);
    return topicPage(name as Topic, promise, events);
  });
  return format([preface, ...pages].join('\n'), { parser: 'markdown', printWidth: 120 });
}

function topicPage(name: Topic, promise: TopicPromise, events: readonly EventContract[]): string {
  const sections = events.map(eventSection);
  return [
    `## ${name}`,
    `Written by \`${promise.owner}\` only. ${promise.partitions} partitions, ${retention(promise)}.`,
    ...(sections.length > 0 ? sections : ['No event is published here yet.']),
  ].join('\n\n');
}

function retention({ cleanup, retentionMs }: TopicPromise): string {
  if (cleanup === 'compact') return 'compacted: the newest event per key is kept for ever';
  if (retentionMs === -1) return 'kept for ever';
  return `kept for ${(retentionMs ?? 0) / 86_400_000} days`;
}

function eventSection({ type, schema, keyOf }: EventContract): string {
  const fields = fieldsOf(z.toJSONSchema(schema, { io: 'input' }));
  const rows = fields.map(({ path, type: kind, isRequired, note }) =>
    ['', `\`${path}\``, kind.replaceAll('|', '\\|'), isRequired ? 'yes' : 'no', note.replaceAll('|', '\\|'), ''].join(
      '|',
    ),
  );
  return [
    `### ${type}`,
    `Key: \`${keyField(keyOf)}\`.`,
    ['| field | type | required | note |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** The field that \`keyOf\` reads, found by watching it read. */
function keyField(keyOf: EventContract['keyOf']): string {
  const read: string[] = [];
  keyOf(
    new Proxy(
      {},
      {
        get: (_, name) => {
          read.push(String(name));
          return '';
        },
      },
    ),
  );
  return read.join(' + ');
}
