import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLiveSeats1764000003600 implements MigrationInterface {
  readonly name = 'CreateLiveSeats1764000003600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Streams that are open now. What a crash of the database takes from it is not true any more.
      CREATE UNLOGGED TABLE live_seat (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        replica_id uuid NOT NULL,
        -- Its replica says again and again that the stream is there.
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX live_seat_user ON live_seat (user_id);
      CREATE INDEX live_seat_replica ON live_seat (replica_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE live_seat');
  }
}
