const dayMs = 86_400_000;
/** Four thousand days are eleven years: more than any board shows. */
const daysKeptMax = 4_000;
const days = new Map<number, string>();
const digits = (length: number, width: number) =>
  Array.from({ length }, (_, value) => String(value).padStart(width, '0'));
const twoDigits = digits(60, 2);
const threeDigits = digits(1_000, 3);
/** `hh:mm:`, by the minute of the day. */
const minuteTexts = Array.from(
  { length: 1_440 },
  (_, minute) => `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:`,
);

/**
 * As `toISOString` of the moment, in milliseconds since 1970, which takes a third of all the time that a board of tens of
 * thousands of moments does.
 */
export function isoTime(moment: number): string {
  const day = Math.floor(moment / dayMs);
  const rest = moment - day * dayMs;
  const minute = Math.floor(rest / 60_000);
  const within = rest - minute * 60_000;
  const second = Math.floor(within / 1_000);
  return `${dateOf(day)}${minuteTexts[minute]}${twoDigits[second]}.${threeDigits[within - second * 1_000]}Z`;
}

function dateOf(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, -13);
  if (days.size >= daysKeptMax) days.clear();
  days.set(day, date);
  return date;
}
