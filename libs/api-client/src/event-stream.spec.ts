import { describe, expect, it } from '@jest/globals';

import { partsOf, type StreamPart } from './event-stream.js';

async function partsIn(pieces: readonly string[]): Promise<StreamPart[]> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  const parts: StreamPart[] = [];
  for await (const part of partsOf(ReadableStream.from(bytes))) parts.push(part);
  return parts;
}

const text =
  'retry: 2500\n\nevent: figures\nid: 1-0\ndata: {"name":"Zoë"}\n\n: still here\n\ndata:one\ndata: two\n\nevent: end\ndata: {}\n\n';
const expected: StreamPart[] = [
  { kind: 'retry', retryMs: 2_500 },
  { kind: 'event', event: 'figures', id: '1-0', data: '{"name":"Zoë"}' },
  { kind: 'heartbeat' },
  { kind: 'event', event: 'message', id: null, data: 'one\ntwo' },
  { kind: 'event', event: 'end', id: null, data: '{}' },
];

describe('a stream of events', () => {
  it.each([1, 2, 3, 7, 1_000])('is taken apart in pieces of %i characters', async (size) => {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size),
    );
    expect(await partsIn(pieces)).toEqual(expected);
  });

  it('may end its lines in any of the three ways', async () => {
    expect(await partsIn([text.replaceAll('\n', '\r\n')])).toEqual(expected);
    expect(await partsIn([text.replaceAll('\n', '\r')])).toEqual(expected);
  });

  it('leaves out an event that was cut, and what it does not know', async () => {
    expect(await partsIn(['unknown: 1\nretry: soon\n\ndata: {"half":'])).toEqual([]);
  });

  it('lets go of the body when its reader stops', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(': here\n\n')),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const part of partsOf(body)) if (part.kind === 'heartbeat') break;
    expect(isCancelled).toBe(true);
  });

  it('ends with the reason of a signal, whoever else has forgotten it', async () => {
    const closing = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(': here\n\n')),
    });
    const reading = (async () => {
      for await (const part of partsOf(body, closing.signal)) if (part.kind === 'heartbeat') closing.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
