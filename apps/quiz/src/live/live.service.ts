import { randomInt } from 'node:crypto';

import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { type AuthenticatedRequest, type Principal } from '#libs/platform';

import { TeachingService } from '../cohorts/teaching.service.js';
import { FeedsService } from './feeds.service.js';
import { LiveMetrics } from './live-metrics.service.js';
import { NoStreamFree, TooManyStreams } from './live.errors.js';
import { SeatsService } from './seats.service.js';
import { WatchersService } from './watchers.service.js';
import { WatchStream } from './watch-stream.js';

/** Between two looks; a figure that moves is told well within a second. */
const tickMs = 250;
/** Each is a socket and a few kilobytes. */
const streamsMax = 10_000;
/** Whoever is cut off comes back at a moment of their own, so that a restart is no storm. */
const retryMsMin = 2_000;
const retryMsMax = 30_000;

interface Watching {
  readonly cohortId: string;
  readonly request: AuthenticatedRequest;
}

/** What the reader has; null for what no revision of ours looks like. */
function lastRevision({ headers }: AuthenticatedRequest): string | null {
  const given = headers['last-event-id'];
  return typeof given === 'string' && /^[\w-]{1,200}$/.test(given) ? given : null;
}

/** Boards that move by themselves: one stream each, one clock for all of them, and none while nobody watches. */
@Injectable()
export class LiveService implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    private readonly teaching: TeachingService,
    private readonly seats: SeatsService,
    private readonly feeds: FeedsService,
    private readonly watchers: WatchersService,
    private readonly metrics: LiveMetrics,
  ) {}

  async open(principal: Principal, { cohortId, request }: Watching): Promise<WatchStream> {
    const { courseId } = await this.teaching.cohort(principal, cohortId);
    if (this.isStopping || this.watchers.count >= streamsMax) throw this.refuse('full', new NoStreamFree());
    const seat = await this.seatFor(principal.id);
    try {
      const { feed, greeting } = await this.feeds.join({ cohortId, courseId }, lastRevision(request));
      const stream = new WatchStream({
        feed,
        greeting,
        retryMs: randomInt(retryMsMin, retryMsMax),
        onSent: (kind) => this.metrics.sent(kind),
        onEnd: (ended, reason) => {
          this.feeds.leave(cohortId, ended);
          this.watchers.ended(ended, reason);
        },
      });
      this.feeds.add(cohortId, stream);
      this.watchers.add(stream, { principal, cohortId, seat, request });
      this.start();
      return stream;
    } catch (error) {
      await this.seats.free([seat]);
      throw error;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.watchers.finishAll('stopping');
    // Seats that cannot be given back now lapse by themselves.
    await this.seats.leave().catch(() => undefined);
  }

  private async seatFor(userId: string): Promise<string> {
    try {
      return await this.seats.take(userId);
    } catch (error) {
      if (error instanceof TooManyStreams) this.refuse('too_many', error);
      throw error;
    }
  }

  private refuse<Refused extends Error>(reason: 'too_many' | 'full', refusal: Refused): Refused {
    this.metrics.refused(reason);
    return refusal;
  }

  private start(): void {
    if (this.timer !== null || this.isStopping) return;
    this.timer = setTimeout(() => void this.tick(), tickMs);
    this.timer.unref();
  }

  /** The next look begins a pause after this one has ended: a slow database is not asked faster than it answers. */
  private async tick(): Promise<void> {
    try {
      await this.watchers.tick();
      await this.feeds.tick();
    } catch {
      // Counted, and looked at again in a moment; readers keep what they have and see how old it is.
      this.metrics.ticked('failed');
    }
    this.timer = null;
    if (this.watchers.isBusy) this.start();
  }
}
