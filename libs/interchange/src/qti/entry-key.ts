import type { Question } from '#libs/contracts';

import { positive } from './choice-key.js';
import type { MapEntry, Mapping, Response } from './declarations.js';
import { ItemRefused, type Losses } from './findings.js';
import { mostOf, Ratio } from './ratio.js';
import type { Rule } from './scoring.js';

type TextKey = Pick<Extract<Question, { type: 'short_text' }>, 'accepted' | 'caseSensitive' | 'alternatives'>;
type NumberKey = Pick<Extract<Question, { type: 'numeric' }>, 'value' | 'tolerance' | 'toleranceKind' | 'alternatives'>;

/** What a typed answer is held against, with the points it earns at most. */
export type EntryKey =
  | { readonly kind: 'text'; readonly points: Ratio; readonly key: TextKey }
  | { readonly kind: 'number'; readonly points: Ratio; readonly key: NumberKey };

export function entryKey(response: Response, rule: Rule, losses: Losses): EntryKey {
  if (['float', 'integer'].includes(response.baseType)) return numberKey(response, rule, losses);
  const { entries, points } = rule.kind === 'match' ? matched(response, rule) : mapped(response, rule, losses);
  return { kind: 'text', points, key: textKey(entries) };
}

/** Of the mark, in the order of the file. */
interface Entry {
  readonly text: string;
  readonly share: Ratio;
  readonly isCaseSensitive: boolean;
}

interface Entries {
  readonly entries: readonly Entry[];
  readonly points: Ratio;
}

function matched({ correct, line }: Response, rule: Extract<Rule, { kind: 'match' }>): Entries {
  const [text = ''] = correct;
  if (text === '') throw new ItemRefused(line, 'The correct response is blank.');
  return {
    entries: [{ text, share: Ratio.one, isCaseSensitive: rule.isCaseSensitive !== false }],
    points: positive(rule.worth, line),
  };
}

function mapped({ line }: Response, { mapping, factor }: Extract<Rule, { kind: 'map' }>, losses: Losses): Entries {
  const { least, most } = mapping;
  const valueOf = ({ value }: MapEntry) => value.clamp(least, most);
  const entries = mapping.entries.filter(({ key }) => key !== '');
  const best = positive(mostOf(entries.map(valueOf)), line);
  nothingForOthers(mapping, line, losses);
  return {
    points: positive(best.times(factor), line),
    entries: entries.map((entry) => ({
      text: entry.key,
      share: notBelowZero(valueOf(entry).over(best), line, losses),
      isCaseSensitive: entry.isCaseSensitive,
    })),
  };
}

function nothingForOthers({ otherwise, least }: Mapping, line: number, losses: Losses): void {
  if (!otherwise.clamp(least, null).equals(Ratio.zero))
    losses.add(line, `Answers that are not listed count ${otherwise.toString()} points; here nothing.`);
}

function notBelowZero(share: Ratio, line: number, losses: Losses): Ratio {
  if (Ratio.zero.isAbove(share)) losses.add(line, 'An answer that costs something costs nothing here.');
  return share.clamp(Ratio.zero, null);
}

/** `*` stands for any run of characters in our patterns, and for itself in QTI. */
function literally(text: string): string {
  return text.replaceAll('*', '\\*');
}

function textKey(entries: readonly Entry[]): TextKey {
  const isFull = ({ share }: Entry) => share.equals(Ratio.one);
  const caseSensitive = entries.find(isFull)?.isCaseSensitive ?? true;
  const isPlain = (entry: Entry) => isFull(entry) && entry.isCaseSensitive === caseSensitive;
  const others = entries.filter((entry) => !isPlain(entry));
  const alternatives = others.map(({ text, share, isCaseSensitive }) => ({
    text: literally(text),
    share: share.toString(),
    ...(isCaseSensitive !== caseSensitive && { caseSensitive: isCaseSensitive }),
  }));
  return {
    accepted: entries.filter(isPlain).map(({ text }) => literally(text)),
    caseSensitive,
    ...(alternatives.length > 0 && { alternatives }),
  };
}

function numberKey(response: Response, rule: Rule, losses: Losses): EntryKey {
  const { correct, line } = response;
  if (rule.kind === 'match') {
    const [value = ''] = correct;
    const { tolerance } = rule;
    const key = {
      value: requireNumber(value, line),
      tolerance: tolerance?.value.toString() ?? '0',
      ...(tolerance?.kind === 'relative' && { toleranceKind: tolerance.kind }),
    };
    return { kind: 'number', points: positive(rule.worth, line), key };
  }
  const { entries, points } = mapped(response, rule, losses);
  const full = entries.find(({ text, share }) => share.equals(Ratio.one) && correct.includes(text));
  const main = full ?? entries.find(({ share }) => share.equals(Ratio.one));
  const alternatives = entries
    .filter((entry) => entry !== main)
    .map(({ text, share }) => ({ value: requireNumber(text, line), tolerance: '0', share: share.toString() }));
  const key = { value: requireNumber(main?.text ?? '', line), tolerance: '0' };
  return { kind: 'number', points, key: { ...key, ...(alternatives.length > 0 && { alternatives }) } };
}

function requireNumber(text: string, line: number): string {
  const value = Ratio.read(text);
  // As it was typed, where we write numbers in the same way: the zero of 9.50 may say how exact it is.
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  if (value === null) throw new ItemRefused(line, `The right answer “${text}” is not a number.`);
  return value.toString();
}
