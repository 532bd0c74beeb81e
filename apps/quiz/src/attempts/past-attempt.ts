import type { PastAttempt } from '#libs/assessment';

/** An attempt as its row tells of it to whoever wants the next one. */
export interface EarlierAttempt {
  id: string;
  number: number;
  state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  hasPassed: boolean | null;
  endedAt: string | null;
  startKey: string | null;
}

/** @throws RangeError for what no attempt can be: graded, and without a grade. */
export function pastAttempt({
  state,
  hasPassed,
  endedAt,
}: Pick<EarlierAttempt, 'state' | 'hasPassed' | 'endedAt'>): PastAttempt {
  if (state !== 'graded') return { state };
  if (hasPassed === null || endedAt === null) throw new RangeError('A graded attempt lacks its grade.');
  return { state, hasPassed, endedAt: new Date(endedAt) };
}
