import { prepared } from '#libs/platform';

import type { GivenMark, Regrading } from './review.js';

export interface AftermathRow {
  marks: (GivenMark & { questionId: string })[];
  regrades: (Omit<Regrading, 'at'> & { at: string })[];
}

/** Marks and regrades of one attempt; always exactly one row. */
export const loadAftermath = prepared<AftermathRow>(
  'attempt_aftermath',
  `SELECT
     (SELECT coalesce(json_agg(json_build_object('questionId', m.question_id, 'levels', m.levels, 'comment', m.comment)
        ORDER BY m.version), '[]')
      FROM mark m WHERE m.attempt_id = $1) AS marks,
     (SELECT coalesce(json_agg(json_build_object('at', c.changed_at, 'reason', r.reason,
        'scoreBefore', round(c.score_before, 4), 'scoreAfter', round(c.score_after, 4),
        'hasPassedBefore', c.has_passed_before, 'hasPassedAfter', c.has_passed_after) ORDER BY c.changed_at), '[]')
      FROM regrade_change c JOIN regrade r ON r.id = c.regrade_id
      WHERE c.attempt_id = $1 AND c.is_applied) AS regrades`,
);
