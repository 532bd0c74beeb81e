import { describe, expect, it } from '@jest/globals';

import { eventText, retryText } from './event-text.js';

/** As the standard has a reader take a stream apart: lines end with LF, CR or both; an empty one ends the event. */
function eventsOf(text: string): Record<string, string>[] {
  return text
    .split(/\r\n\r\n|\n\n|\r\r/)
    .filter((block) => block !== '')
    .map((block) =>
      Object.fromEntries(block.split(/\r\n|\n|\r/).map((line) => line.split(/: (.*)/s, 2) as [string, string])),
    );
}

const hostile = [
  'Ada\r\n\r\nevent: end\r\ndata: {"reason":"right_lost"}',
  'Bea\n\nid: 9\ndata: x',
  'Cleo\r\rretry: 1',
  'Dora\u2028data: y\u2029',
  'Eve\0',
];

describe('an event of a stream', () => {
  it.each(hostile)('stays one event whatever the data say: %j', (displayName) => {
    const text = eventText({ event: 'figures', id: '1-2', data: { displayName } });
    expect(eventsOf(text)).toEqual([{ event: 'figures', id: '1-2', data: JSON.stringify({ displayName }) }]);
    expect(JSON.parse(eventsOf(text)[0]?.['data'] ?? '')).toEqual({ displayName });
  });

  it.each(hostile)('stays one event whatever its name and its id are: %j', (text) => {
    const found = eventsOf(eventText({ event: text, id: text, data: 1 }));
    expect(found).toHaveLength(1);
    expect(Object.keys(found[0] ?? {})).toEqual(['event', 'id', 'data']);
  });

  it('says in whole milliseconds when to come back', () => {
    expect(retryText(2_345.6)).toBe('retry: 2346\n\n');
  });
});
