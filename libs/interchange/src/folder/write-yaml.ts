import { Document } from 'yaml';

import { isRecord } from './checked.js';

/** What people look for first stands first; everything else follows by its name. */
const order = (
  'format formatVersion id key version type kind slug name title summary language text stem options prompts choices items gaps value ' +
  'tolerance toleranceKind unit units unitRule unitPenalty accepted caseSensitive isKey match share points scoring floor shuffle ' +
  'alternatives feedback otherFeedback wordsMin wordsMax template rubric levels markerNotes outcomeFeedback explanation hints tags ' +
  'difficulty prose isRequired prerequisites policy topics resources url'
).split(' ');

/** The same value gives the same text: keys in a fixed order, long texts as blocks of lines, nothing folded. */
export function writeYaml(value: unknown): string {
  // Equal parts would be written once and referred to, and the keys of old YAML (yes, on) would be read as truth values.
  const document = new Document(ordered(value), { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  return document.toString({ lineWidth: 0, blockQuote: 'literal', indent: 2 });
}

export function writeJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
}

function rank(key: string): number {
  const place = order.indexOf(key);
  return place === -1 ? order.length : place;
}

/** Without what a reader puts there by itself. */
export function withoutDefaults(
  value: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const differs = ([key, one]: [string, unknown]) =>
    JSON.stringify(ordered(one)) !== JSON.stringify(ordered(defaults[key]));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .filter(differs),
  );
}
