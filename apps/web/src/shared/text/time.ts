const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const dateFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });
// Not `hour12: false`: with that, midnight is 24:00.
const clockFormat = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** Names the zone: it is what people copy into a message to somebody elsewhere. */
const exactFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', hourCycle: 'h23' });

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "20 minutes", "1 hour 30 minutes", "2 days". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < minute) return plural(whole, 'second');
  // Rounded once, before it is taken apart: an hour must never read as 60 minutes.
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return plural(minutes, 'minute');
  if (minutes < 24 * 60) {
    const hours = plural(Math.floor(minutes / 60), 'hour');
    return minutes % 60 === 0 ? hours : `${hours} ${plural(minutes % 60, 'minute')}`;
  }
  return plural(Math.round(seconds / day), 'day');
}

/** "3 minutes ago", "in 2 hours", "yesterday", and after a week the date. */
export function ago(at: string, now: number = Date.now()): string {
  // Towards zero: what happened 59.9 minutes ago is not an hour old, and "yesterday" is a day of the calendar.
  const seconds = Math.trunc((Date.parse(at) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 10) return 'just now';
  if (size < minute) return relative.format(seconds, 'second');
  if (size < hour) return relative.format(Math.trunc(seconds / minute), 'minute');
  if (size < day) return relative.format(Math.trunc(seconds / hour), 'hour');
  if (size < 7 * day) return relative.format(daysBetween(now, at), 'day');
  return `on ${dateFormat.format(new Date(at))}`;
}

/** "today at 14:05", "tomorrow at 09:00", "on March 3, 2026 at 09:00". */
export function moment(at: string, now: number = Date.now()): string {
  const days = daysBetween(now, at);
  const name = Math.abs(days) <= 1 ? relative.format(days, 'day') : `on ${dateFormat.format(new Date(at))}`;
  return `${name} at ${clock(at)}`;
}

/** Days of the calendar where the reader is: rounded, for some days have 23 or 25 hours. */
const daysBetween = (from: number, at: string): number =>
  Math.round((midnight(Date.parse(at)) - midnight(from)) / (day * 1000));

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

export const isPast = (at: string, now: number = Date.now()): boolean => Date.parse(at) < now;
export const date = (at: string): string => dateFormat.format(new Date(at));
export const clock = (at: string): string => clockFormat.format(new Date(at));
export const exact = (at: string): string => exactFormat.format(new Date(at));

/** "04:59", "1:04:59". */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = `${two(Math.floor((whole % hour) / minute))}:${two(whole % minute)}`;
  return whole >= hour ? `${Math.floor(whole / hour)}:${minutes}` : minutes;
}
