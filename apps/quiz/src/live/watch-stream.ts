import type { ServerResponse } from 'node:http';
import { finished, Readable } from 'node:stream';

import type { Chunk, Feed } from './feed.js';
import { eventText, heartbeatText, retryText } from './event-text.js';

export type EndReason = 'token_ended' | 'right_lost' | 'stopping' | 'too_slow' | 'left';
export type SentKind = 'whole' | 'changes' | 'heartbeat' | 'end';

interface StreamOptions {
  readonly feed: Feed;
  /** What the reader gets first. */
  readonly greeting: Chunk;
  readonly retryMs: number;
  readonly onSent: (kind: SentKind) => void;
  readonly onEnd: (stream: WatchStream, reason: EndReason) => void;
}

/** Heartbeats in a row that a reader may leave untaken: a minute of silence. */
const missedMax = 4;
/** How long a reader that does not read may take to notice the end. */
const goodbyeMs = 5_000;

/**
 * One watcher's stream. It is filled only when the reader has taken what it was given: one who is slow finds the newest
 * figures then, never a queue of old ones, so that no stream holds more than one event.
 */
export class WatchStream extends Readable {
  private isHungry = false;
  private missed = 0;
  /** Of the feed, as far as the reader has it; null before the greeting. */
  private position: number | null = null;
  private reason: EndReason | null = null;

  constructor(private readonly options: StreamOptions) {
    super({ highWaterMark: 16 * 1_024 });
  }

  override _read(): void {
    this.isHungry = true;
    this.missed = 0;
    if (this.position === null) this.greet();
    else this.wake();
  }

  /** There may be something new. */
  wake(): void {
    if (!this.isHungry || this.reason !== null || this.position === null) return;
    const next = this.options.feed.since(this.position);
    if (next !== null) this.tell(next);
  }

  /** Keeps the line open; a reader that has not taken anything for a minute is let go. */
  beat(): void {
    if (this.reason !== null) return;
    if (this.isHungry) {
      this.options.onSent('heartbeat');
      this.give(heartbeatText);
      return;
    }
    this.missed += 1;
    if (this.missed < missedMax) return;
    this.reason = 'too_slow';
    this.destroy();
  }

  /** Says why, and ends. */
  finish(reason: EndReason): void {
    if (this.reason !== null || this.destroyed) return;
    this.reason = reason;
    this.options.onSent('end');
    this.push(eventText({ event: 'end', data: { reason } }));
    this.push(null);
    setTimeout(() => this.destroy(), goodbyeMs).unref();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.options.onEnd(this, this.reason ?? 'left');
    done(error);
  }

  private greet(): void {
    this.push(retryText(this.options.retryMs));
    this.tell(this.options.greeting);
  }

  private tell(chunk: Chunk): void {
    this.position = chunk.position;
    this.options.onSent(chunk.isWhole ? 'whole' : 'changes');
    this.give(chunk.bytes);
  }

  private give(bytes: Buffer | string): void {
    this.isHungry = false;
    this.push(bytes);
  }
}

/** No cache keeps it, no proxy gathers it. */
export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** The stream, which ends with the line it goes out on: also when that closed before anything was sent, or takes no body. */
export function untilClosed(stream: WatchStream, line: ServerResponse): WatchStream {
  finished(line, () => stream.destroy());
  return stream;
}
