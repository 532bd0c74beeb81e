interface Activity {
  readonly date: string;
  readonly started: number;
  readonly graded: number;
  readonly passed: number;
  readonly activeLearners: number;
}

const binCount = 10;

/** Learners per tenth, the tenths without any as well. */
export function wholeBins(bins: readonly (readonly [bin: number, learners: number])[]): number[] {
  const whole = Array.from({ length: binCount }, () => 0);
  for (const [bin, learners] of bins) whole[bin] = learners;
  return whole;
}

/** Each day, also those on which nothing happened. */
export function wholeActivity(days: readonly string[], known: readonly Activity[]): Activity[] {
  const byDay = new Map(known.map((day) => [day.date, day]));
  return days.map((date) => byDay.get(date) ?? { date, started: 0, graded: 0, passed: 0, activeLearners: 0 });
}

/** Hours rounded to a hundredth, which is 36 seconds. */
export function timed({ timedPasses, hours }: { timedPasses: number; hours: readonly [number, number] | null }) {
  const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100);
  return { learners: timedPasses, medianHours: rounded(hours?.[0]), p90Hours: rounded(hours?.[1]) };
}
