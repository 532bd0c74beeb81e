const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const picture = /^media:[A-Za-z0-9._-]{1,100}$/;

/** Whether a link may stay: absolute, and of a scheme that opens a page or a letter. `//host` is neither. */
export function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\\]+$/i.test(url) && URL.canParse(url) && schemes.has(new URL(url).protocol);
}

/** Whether a picture is one of the media store. */
export function isMediaUrl(url: string): boolean {
  return picture.test(url);
}

/** An address as it is named in a message. */
export function shortUrl(url: string): string {
  const oneLine = url.replace(/\s+/g, ' ');
  return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine;
}
