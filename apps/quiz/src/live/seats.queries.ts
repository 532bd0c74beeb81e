import { prepared } from '#libs/platform';

/** Whoever opens a stream for the same person waits: two at once must not both find the last seat free. */
export const lockSeats = prepared('live_seats_lock', `SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7252))`);

/** No row when this many are taken. */
export const takeSeat = prepared<{ id: string }>(
  'live_seat_take',
  `INSERT INTO live_seat (id, user_id, replica_id, seen_at)
   SELECT $1, $2, $3, $4
   WHERE (SELECT count(*) FROM live_seat WHERE user_id = $2 AND seen_at > $5) < $6
   RETURNING id`,
);

export const freeSeats = prepared('live_seats_free', `DELETE FROM live_seat WHERE id = ANY ($1::uuid[])`);

/** Says for all streams of a replica that they are still there. */
export const keepSeats = prepared('live_seats_keep', `UPDATE live_seat SET seen_at = $2 WHERE replica_id = $1`);

export const leaveSeats = prepared('live_seats_leave', `DELETE FROM live_seat WHERE replica_id = $1`);

/** Of replicas that ended without a word. */
export const dropLostSeats = prepared('live_seats_lost', `DELETE FROM live_seat WHERE seen_at < $1`);
