/** What an author wrote after `Answer:`. */
export interface Answer {
  readonly text: string;
  /** In back quotes: meant as text, whatever it looks like. */
  readonly isQuoted: boolean;
}

export interface NumericKey {
  readonly value: string;
  readonly tolerance: string;
  readonly unit?: string;
}

/** Takes the back quotes off, as Markdown would: as many as there are, and one blank on each side within them. */
export function readAnswer(written: string): Answer {
  const fence = /^`+/.exec(written)?.[0] ?? '';
  const inside = written.slice(fence.length, -fence.length);
  const isQuoted = fence !== '' && written.endsWith(fence) && isSpan(inside, fence);
  if (!isQuoted) return { text: written, isQuoted: false };
  const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
  return { text: isPadded ? inside.slice(1, -1) : inside, isQuoted: true };
}

function isSpan(inside: string, fence: string): boolean {
  return (
    inside !== '' &&
    !inside.startsWith('`') &&
    !inside.endsWith('`') &&
    ![...inside.matchAll(/`+/g)].some(([run]) => run === fence)
  );
}

/** The shortest way to write an answer so that it is read as the same text. */
export function writeAnswer(text: string, isOnly: boolean): string {
  const isSafe = text.trim() === text && !/^`|`$/.test(text) && !(isOnly && isNumberLike(text));
  if (isSafe) return text;
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const needsPadding = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '');
  return needsPadding ? `${fence} ${text} ${fence}` : fence + text + fence;
}

const decimal = String.raw`[+\-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?`;
const tolerance = String.raw`(?:\s*(?:±|\+/?-)\s*(decimal))?`;
const likelyNumber = numberPattern(decimal, String.raw`[^\s\d±+\-−.,][^\s±]*`);
const anyNumber = numberPattern(String.raw`${decimal}(?:/\d+)?`, String.raw`[^\s±].*`);

function numberPattern(value: string, unit: string): RegExp {
  return new RegExp(`^(${value})${tolerance.replace('decimal', value)}(?:\\s+(${unit})|\\s*([%°]\\S*))?$`, 'u');
}

/** A number with an optional tolerance and unit, such as `3.5 ± 0.1 ms`; null for anything else. */
export function readNumber(text: string): NumericKey | null {
  return numberIn(text, likelyNumber);
}

/** The same where the author says that it is one: ratios too, and units of several words. */
export function readDeclaredNumber(text: string): NumericKey | null {
  return numberIn(text, anyNumber);
}

function numberIn(text: string, pattern: RegExp): NumericKey | null {
  const [, value, tolerance = '0', word, sign] = pattern.exec(text) ?? [];
  if (value === undefined) return null;
  const unit = word ?? sign;
  return { value: plainNumber(value), tolerance: plainNumber(tolerance), ...(unit && { unit }) };
}

function plainNumber(written: string): string {
  return written
    .replace('−', '-')
    .replace(/^\+/, '')
    .replace(/^(-?)(?=\.)/, (sign) => `${sign}0`);
}

/** What was surely meant as a number but cannot be read as one: separators in it, or a tolerance that is none. */
export function numberProblem(text: string): string | null {
  if (
    /^[+\-−]?\d{1,3}(?:[ ,’']\d{3})+(?:\.\d+)?(?:\s+\S+)?$/u.test(text) ||
    /^[+\-−]?\d+,\d+(?:\s+\S+)?$/u.test(text)
  ) {
    return `“${text}” has a comma or a separator in the number: write 1000 or 0.5, or put a text in back quotes.`;
  }
  if (/^[+\-−]?[\d.]+.*(?:±|\+\/?-)/u.test(text)) {
    return `“${text}” is no number with a tolerance such as “3.5 ± 0.1 ms”: put a text in back quotes.`;
  }
  return null;
}

export function isNumberLike(text: string): boolean {
  return readNumber(text) !== null || numberProblem(text) !== null;
}
