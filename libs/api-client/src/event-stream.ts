/** One event of a `text/event-stream`; `heartbeat` stands for a comment, which only says that the line is alive. */
export type StreamPart =
  | { readonly kind: 'event'; readonly event: string; readonly id: string | null; readonly data: string }
  | { readonly kind: 'retry'; readonly retryMs: number }
  | { readonly kind: 'heartbeat' };

/** More text than this without an end of an event is no stream of ours. */
const pendingMax = 64 * 1_024 * 1_024;

/**
 * Takes a `text/event-stream` apart (WHATWG HTML, "Server-sent events"), in whatever pieces it comes. Ends when the body
 * does; throws what the body throws when the line is cut, when an event has no end, and the reason of `signal` when it aborts.
 *
 * @example
 * for await (const part of partsOf(response.body)) if (part.kind === 'event') console.log(part.data);
 */
export async function* partsOf(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<StreamPart> {
  const reader = body.getReader();
  // Node forgets the signal of a request once the request is collected, which a stream outlives by far.
  const letGo = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', letGo, { once: true });
  const text = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) return;
      pending += text.decode(value, { stream: true });
      const blocks = pending.split(/\r\n\r\n|\n\n|\r\r/);
      pending = blocks.pop() ?? '';
      if (pending.length > pendingMax) throw new Error('an event of the stream does not end');
      for (const block of blocks) yield* partsOfBlock(block);
    }
  } finally {
    signal?.removeEventListener('abort', letGo);
    await reader.cancel().catch(() => undefined);
  }
}

function* partsOfBlock(block: string): Generator<StreamPart> {
  let event = 'message';
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const at = line.indexOf(':');
    const field = at === -1 ? line : line.slice(0, at);
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (field === '') yield { kind: 'heartbeat' };
    else if (field === 'event') event = value;
    else if (field === 'id') id = value;
    else if (field === 'data') data.push(value);
    else if (field === 'retry' && /^\d+$/.test(value)) yield { kind: 'retry', retryMs: Number(value) };
  }
  if (data.length > 0) yield { kind: 'event', event, id, data: data.join('\n') };
}
