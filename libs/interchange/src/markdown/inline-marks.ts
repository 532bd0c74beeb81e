/**
 * The marks inside a line of Markdown, each to be matched at a given place. Lengths are bounded, so that a flood of marks which
 * never close costs no more than its own length.
 */

/** Address and title of `[label](address "title")`. */
export const target =
  /\(\s{0,20}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}))(?:\s{1,20}(?:"(?:[^"\\]|\\.){0,300}"|'(?:[^'\\]|\\.){0,300}'))?\s{0,20}\)/y;
/** The second half of `[label][name]`. */
export const reference = /\[([^\][]{0,300})\]/y;
export const autolink = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y;
export const tag = /<\/?[a-zA-Z][^<>]{0,2000}>|<!--(?:[^-]|-(?!->)){0,2000}-->/y;
export const address = /https?:\/\/[^\s<>[\]]{1,2000}/y;
export const ticks = /`+/y;
export const emphasisMarks = /\*{1,3}|_{1,3}|~~/y;
export const entity = /&(amp|lt|gt|quot|nbsp|#39);/y;
/** What holds no mark; an `h` may begin an address. */
export const plainRun = /(?:[^\\`<![\]*_~&h]|h(?!ttps?:\/\/))+/y;
export const anyMark = /[\\`<![\]*_~&]|https?:\/\//;
/** What a backslash takes the meaning from. */
export const escapable = /[!-/:-@[-`{-~]/;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

export function characterOf(name: string): string {
  return entities[name] ?? `&${name};`;
}

export function onOneLine(text: string): string {
  return (/[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** An address in running text does not include the sentence's own marks, nor a bracket that it did not open. */
export function withoutTrailingMarks(url: string): string {
  let end = url.length;
  while (end > 0) {
    const last = url.charAt(end - 1);
    const isUnopened = last === ')' && !url.slice(0, end).includes('(');
    if (!isUnopened && !/[.,;:!?'"*_~`]/.test(last)) break;
    end--;
  }
  return url.slice(0, end);
}
