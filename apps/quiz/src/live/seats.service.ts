import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { TooManyStreams } from './live.errors.js';
import { dropLostSeats, freeSeats, keepSeats, leaveSeats, lockSeats, takeSeat } from './seats.queries.js';

/** Streams of one person, over all replicas. */
export const seatsPerUser = 3;
/** A seat that its replica has not spoken for is free again. */
const leaseMs = 45_000;

/** How many streams a person has open, wherever they are answered. */
@Injectable()
export class SeatsService {
  private readonly replicaId = randomUUID();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the seat, to be freed.
   * @throws TooManyStreams when all of them are taken.
   */
  async take(userId: string): Promise<string> {
    const now = this.clock.now();
    const found = await this.dataSource.transaction(async (manager) => {
      await lockSeats(manager, [userId]);
      return takeSeat(manager, [randomUUID(), userId, this.replicaId, now, this.lapsed(now), seatsPerUser]);
    });
    const [seat] = found;
    if (seat === undefined) throw new TooManyStreams(seatsPerUser);
    return seat.id;
  }

  async free(seats: readonly string[]): Promise<void> {
    if (seats.length > 0) await freeSeats(this.dataSource, [seats]);
  }

  async keep(): Promise<void> {
    const now = this.clock.now();
    await keepSeats(this.dataSource, [this.replicaId, now]);
    await dropLostSeats(this.dataSource, [this.lapsed(now)]);
  }

  /** Nobody watches here any more. */
  async leave(): Promise<void> {
    await leaveSeats(this.dataSource, [this.replicaId]);
  }

  private lapsed(now: Date): Date {
    return new Date(now.getTime() - leaseMs);
  }
}
