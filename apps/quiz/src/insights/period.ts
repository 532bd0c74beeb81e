export const dayMs = 86_400_000;
/** A year with its leap day: charts of more would tell nothing by day. */
export const periodDaysMax = 366;
const periodDaysDefault = 30;

/** Days in UTC, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days asked for; up to today, and thirty of them, when nothing else is said. */
export function periodOf({ from, to }: { from?: string; to?: string }, now: Date): Period {
  const today = dayOf(now);
  const last = to ?? (from !== undefined && from > today ? from : today);
  const first = from ?? dayOf(new Date(Date.parse(last) - (periodDaysDefault - 1) * dayMs));
  const earliest = dayOf(new Date(Date.parse(last) - (periodDaysMax - 1) * dayMs));
  return { from: first < earliest ? earliest : first, to: last };
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Each day of the period, in order. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < periodDaysMax; at += dayMs) {
    days.push(dayOf(new Date(at)));
  }
  return days;
}
