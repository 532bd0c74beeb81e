import { Injectable } from '@nestjs/common';
import { Clock, hasRole, type AuthenticatedRequest, type Principal, TokenVerifier } from '#libs/platform';
import { DataSource } from 'typeorm';

import { LiveMetrics } from './live-metrics.service.js';
import { rightsLost } from './rights.queries.js';
import { SeatsService } from './seats.service.js';
import type { EndReason, WatchStream } from './watch-stream.js';

/** Proxies close a line that is silent for a minute; a right that is lost ends a stream within one. */
const roundMs = 15_000;

/** A stream with who asked for it. */
export interface Watcher {
  readonly principal: Principal;
  readonly cohortId: string;
  readonly seat: string;
  /** As it came: its token is judged again while the stream runs. */
  readonly request: AuthenticatedRequest;
}

/** The streams that this replica answers: kept alive, and ended when their token ends or the right to them is lost. */
@Injectable()
export class WatchersService {
  private readonly watchers = new Map<WatchStream, Watcher>();
  private freed: string[] = [];
  private roundAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly seats: SeatsService,
    private readonly tokens: TokenVerifier,
    private readonly metrics: LiveMetrics,
  ) {
    metrics.watch('streams', () => this.watchers.size);
  }

  get count(): number {
    return this.watchers.size;
  }

  /** Whether a tick has something to do. */
  get isBusy(): boolean {
    return this.watchers.size > 0 || this.freed.length > 0;
  }

  add(stream: WatchStream, watcher: Watcher): void {
    if (this.watchers.size === 0) this.roundAt = this.clock.now().getTime();
    this.watchers.set(stream, watcher);
  }

  ended(stream: WatchStream, reason: EndReason): void {
    const watcher = this.watchers.get(stream);
    if (watcher === undefined) return;
    this.watchers.delete(stream);
    this.freed.push(watcher.seat);
    this.metrics.ended(reason);
  }

  /** Ends what is over; four times a minute asks whether everybody may still watch, and sends a heartbeat. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    for (const [stream, { principal }] of this.watchers) {
      if (principal.expiresAt <= now) stream.finish('token_ended');
    }
    await this.freeSeats();
    if (now.getTime() - this.roundAt < roundMs) return;
    this.roundAt = now.getTime();
    for (const stream of this.watchers.keys()) stream.beat();
    await this.endUnverified();
    await this.endUnentitled();
    await this.seats.keep();
  }

  finishAll(reason: EndReason): void {
    for (const stream of this.watchers.keys()) stream.finish(reason);
  }

  /** One statement for all that ended since the last tick. */
  async freeSeats(): Promise<void> {
    const freed = this.freed;
    this.freed = [];
    try {
      await this.seats.free(freed);
    } catch (error) {
      this.freed.push(...freed);
      throw error;
    }
  }

  /** Tokens are remembered by the verifier: no question to the database. */
  private async endUnverified(): Promise<void> {
    for (const [stream, { request }] of this.watchers) {
      await this.tokens.authenticate(request).catch(() => stream.finish('token_ended'));
    }
  }

  private async endUnentitled(): Promise<void> {
    const watchers = [...this.watchers];
    const lost = await rightsLost(this.dataSource, [
      watchers.map(([, { principal }]) => principal.id),
      watchers.map(([, { cohortId }]) => cohortId),
      watchers.map(([, { principal }]) => hasRole(principal, 'admin')),
    ]);
    for (const { at } of lost) watchers[at - 1]?.[0].finish('right_lost');
  }
}
