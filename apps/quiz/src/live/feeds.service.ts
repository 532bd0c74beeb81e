import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';

import { BoardsService } from '../dashboard/boards.service.js';
import type { Figures } from '../dashboard/board.js';
import { DashboardRevisions } from '../insights/dashboard-revisions.service.js';
import { type Chunk, Feed } from './feed.js';
import { newestActivity } from './figures.js';
import { LiveMetrics } from './live-metrics.service.js';
import type { WatchStream } from './watch-stream.js';

/** Beyond it a reader is given everything: a list of changes would be as long. */
const touchedMax = 2_000;
/** Figures that move by themselves, as who was active this week, are looked at this often when nothing else happens. */
const unaskedMs = 60_000;
/** A cohort that is slow to read is read less often, so that it never takes more than this share of a replica. */
const readingShare = 0.5;

export interface WatchedCohort {
  readonly cohortId: string;
  readonly courseId: string;
}

interface Watched extends WatchedCohort {
  readonly feed: Feed;
  readonly streams: Set<WatchStream>;
  /** Streams that are being opened. */
  expected: number;
  readAt: number;
  /** Milliseconds of this process, not of the clock: how long to leave the cohort alone. */
  restUntil: number;
}

/** What comes back with a revision of another replica: asked once, however many come back with the same. */
interface Returning {
  readonly position: number;
  readonly touched: ReadonlySet<string> | null;
}

/**
 * The cohorts that somebody watches here. One statement asks for the revisions of all of them, and a cohort that changed
 * is read once, however many watch it.
 */
@Injectable()
export class FeedsService {
  private readonly watched = new Map<string, Watched>();
  private readonly opening = new Map<string, Promise<Watched>>();
  private readonly returning = new Map<string, Promise<Returning>>();

  constructor(
    private readonly boards: BoardsService,
    private readonly revisions: DashboardRevisions,
    private readonly clock: Clock,
    private readonly metrics: LiveMetrics,
  ) {
    metrics.watch('cohorts', () => this.watched.size);
  }

  /** The feed of a cohort, and what a reader gets first who has the figures of `lastRevision`. */
  async join(cohort: WatchedCohort, lastRevision: string | null): Promise<{ feed: Feed; greeting: Chunk }> {
    const watched = await this.open(cohort);
    watched.expected += 1;
    try {
      return { feed: watched.feed, greeting: await this.greeting(cohort.cohortId, watched.feed, lastRevision) };
    } catch (error) {
      watched.expected -= 1;
      this.closeUnwatched(watched);
      throw error;
    }
  }

  /** The stream of whoever joined. */
  add(cohortId: string, stream: WatchStream): void {
    const watched = this.watched.get(cohortId);
    if (watched === undefined) return;
    watched.expected -= 1;
    watched.streams.add(stream);
  }

  /** Nobody watches any more: nothing is asked about the cohort. */
  leave(cohortId: string, stream: WatchStream): void {
    const watched = this.watched.get(cohortId);
    if (watched === undefined) return;
    watched.streams.delete(stream);
    this.closeUnwatched(watched);
  }

  /** Looks once at all that is watched, and tells the streams. */
  async tick(): Promise<void> {
    const cohorts = [...this.watched.keys()];
    if (cohorts.length === 0) return;
    const revisions = await this.revisions.of(cohorts);
    const now = this.clock.now().getTime();
    let isChanged = false;
    for (const watched of this.watched.values()) {
      const revision = revisions.get(watched.cohortId);
      const isDue = revision !== watched.feed.revision || now - watched.readAt >= unaskedMs;
      if (revision === undefined || !isDue || performance.now() < watched.restUntil) continue;
      isChanged = (await this.refresh(watched)) || isChanged;
    }
    this.metrics.ticked(isChanged ? 'changed' : 'quiet');
  }

  private closeUnwatched({ cohortId, streams, expected }: Watched): void {
    if (streams.size === 0 && expected === 0) this.watched.delete(cohortId);
  }

  private async refresh(watched: Watched): Promise<boolean> {
    const { feed, cohortId, streams } = watched;
    const begun = performance.now();
    const figures = await this.figures(watched);
    // Asked after the reading, so that whatever the new revision counts is among them.
    const touched =
      figures.revision === feed.revision ? [] : await this.revisions.changedSince(cohortId, feed.revision, touchedMax);
    const rows = feed.advance(figures, touched);
    watched.readAt = this.clock.now().getTime();
    watched.restUntil = performance.now() + (performance.now() - begun) * (1 / readingShare - 1);
    if (rows === null) return false;
    const newest = newestActivity(rows);
    if (newest !== null && touched?.length !== 0) this.metrics.told(watched.readAt - newest);
    for (const key of this.returning.keys()) if (key.startsWith(cohortId)) this.returning.delete(key);
    for (const stream of streams) stream.wake();
    return true;
  }

  /** Several who come at once wait for one reading. */
  private async open(cohort: WatchedCohort): Promise<Watched> {
    const known = this.watched.get(cohort.cohortId) ?? this.opening.get(cohort.cohortId);
    if (known !== undefined) return known;
    const opening = this.begin(cohort);
    this.opening.set(cohort.cohortId, opening);
    return opening.finally(() => this.opening.delete(cohort.cohortId));
  }

  private async begin(cohort: WatchedCohort): Promise<Watched> {
    const figures = await this.figures(cohort);
    const watched: Watched = {
      ...cohort,
      feed: new Feed(figures),
      streams: new Set(),
      expected: 0,
      readAt: this.clock.now().getTime(),
      restUntil: 0,
    };
    this.watched.set(cohort.cohortId, watched);
    return watched;
  }

  private async figures({ cohortId, courseId }: WatchedCohort): Promise<Figures> {
    const revision = await this.revisions.ofOne(cohortId);
    const { figures } = await this.boards.read({ cohortId, courseId }, { revision, pending: [] });
    return figures;
  }

  private async greeting(cohortId: string, feed: Feed, lastRevision: string | null): Promise<Chunk> {
    if (lastRevision === null) return feed.whole();
    const position = feed.positionOf(lastRevision);
    if (position !== null) return feed.chunk(position);
    const key = `${cohortId} ${lastRevision}`;
    const asked = this.returning.get(key) ?? this.changesFor(cohortId, feed, lastRevision);
    this.returning.set(key, asked);
    const { position: from, touched } = await asked;
    return touched === null ? feed.whole() : feed.chunk(from, touched);
  }

  private async changesFor(cohortId: string, feed: Feed, lastRevision: string): Promise<Returning> {
    const { place } = feed;
    const touched = await this.revisions.changedSince(cohortId, lastRevision, touchedMax);
    return { position: place, touched: touched === null ? null : new Set(touched) };
  }
}
