import type { Problem } from '../problem.js';
import type { PaperPart } from './paper-question.js';
import type { QuestionRules } from './question-rules.js';
import { fold } from './short-text/fold.js';

/** For types of which nothing is shuffled and nothing graded apart. */
export const withoutParts = {
  partGroups: () => [],
  feedback: () => [],
  shownPart: (_question: unknown, partId: string) => partId,
} satisfies Partial<QuestionRules<never>>;

/**
 * The id of a part on a learner's paper is its place there, counted from 1. The author's ids stay on the server: they were
 * given in the order of writing, and authors write the key first. Null for what the paper does not hold.
 */
export function shownId(order: readonly string[], partId: string): string | null {
  const place = order.indexOf(partId);
  return place === -1 ? null : String(place + 1);
}

/** The author's id behind an id on the paper; null when the paper has no such part. */
export function storedId(order: readonly string[], shown: string): string | null {
  return /^[1-9]\d{0,2}$/.test(shown) ? (order[Number(shown) - 1] ?? null) : null;
}

/** The ids of one group, in the order shown. Ids are unique in a question, so membership tells the groups apart. */
export function orderWithin(order: readonly string[], ids: Iterable<string>): string[] {
  const known = new Set(ids);
  return order.filter((id) => known.has(id));
}

interface Part {
  readonly id: string;
  readonly text: string;
}

/** The parts as the paper shows them. Throws a RangeError when the order is that of another question. */
export function presentParts(parts: readonly Part[], order: readonly string[]): PaperPart[] {
  const texts = new Map(parts.map(({ id, text }) => [id, text]));
  return order.map((id, place) => {
    const text = texts.get(id);
    if (text === undefined) throw new RangeError(`The question has no part ${id}: the order is that of another one.`);
    return { id: String(place + 1), text };
  });
}

export function unknownPart(pointer: string, what: string): { problem: Problem } {
  return { problem: { pointer, code: 'option_unknown', detail: `The paper has no such ${what}.` } };
}

/** Empty texts, texts and ids that stand twice. `what` names a part in sentences: “option”. */
export function partProblems(parts: readonly Part[], pointer: string, what: string): Problem[] {
  const problems: Problem[] = [];
  const seen = { ids: new Set<string>(), texts: new Set<string>() };
  for (const [index, part] of parts.entries()) {
    const at = `${pointer}/${index}`;
    const text = fold(part.text);
    if (text === '') {
      problems.push({ pointer: `${at}/text`, code: `${what}_empty`, detail: `The ${what} has no text.` });
    } else if (seen.texts.has(text)) {
      problems.push({ pointer: `${at}/text`, code: `${what}_duplicate`, detail: `Two ${what}s say the same.` });
    }
    if (seen.ids.has(part.id)) {
      problems.push({ pointer: `${at}/id`, code: `${what}_id_duplicate`, detail: `Two ${what}s have the same id.` });
    }
    seen.texts.add(text);
    seen.ids.add(part.id);
  }
  return problems;
}
