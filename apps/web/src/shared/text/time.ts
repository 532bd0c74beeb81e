const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const dateFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });
const clockFormat = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });
const exactFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'medium' });

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "20 minutes", "1 hour 30 minutes", "2 days". */
export function duration(seconds: number): string {
  if (seconds < minute) return plural(Math.max(0, Math.round(seconds)), 'second');
  if (seconds < hour) return plural(Math.round(seconds / minute), 'minute');
  if (seconds < day) {
    const minutes = Math.round((seconds % hour) / minute);
    const hours = plural(Math.floor(seconds / hour), 'hour');
    return minutes === 0 ? hours : `${hours} ${plural(minutes, 'minute')}`;
  }
  return plural(Math.round(seconds / day), 'day');
}

/** "3 minutes ago", "in 2 hours", and after a week the date. */
export function ago(at: string, now: number = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 10) return 'just now';
  if (size < minute) return relative.format(Math.round(seconds), 'second');
  if (size < hour) return relative.format(Math.round(seconds / minute), 'minute');
  if (size < day) return relative.format(Math.round(seconds / hour), 'hour');
  if (size < 7 * day) return relative.format(Math.round(seconds / day), 'day');
  return `on ${dateFormat.format(new Date(at))}`;
}

/** "today at 14:05", "tomorrow at 09:00", "on 3 March 2026 at 09:00". */
export function moment(at: string, now: number = Date.now()): string {
  const days = Math.round((midnight(Date.parse(at)) - midnight(now)) / (day * 1000));
  const name = Math.abs(days) <= 1 ? relative.format(days, 'day') : `on ${dateFormat.format(new Date(at))}`;
  return `${name} at ${clock(at)}`;
}

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
