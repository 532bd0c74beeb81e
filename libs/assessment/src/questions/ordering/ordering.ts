import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { orderAnswer, orderOf } from '../answer.js';
import { partProblems, presentParts, shownId, storedId, unknownPart } from '../parts.js';
import type { PartGrade, QuestionOf, QuestionRules } from '../question-rules.js';
import { outcomeOf, shareOfParts } from '../shares.js';

type Ordering = QuestionOf<'ordering'>;

/** Items to be put in the right order. */
export const ordering: QuestionRules<Ordering> = {
  problems: orderingProblems,
  partGroups: ({ items }) => [{ ids: items.map(({ id }) => id), shuffle: 'always' }],
  present: ({ items }, order) => ({ items: presentParts(items, order) }),
  answerShape: orderAnswer,
  toStored(_question, answer, order) {
    const given = new Set<string>();
    for (const [index, shown] of orderOf(answer).entries()) {
      const item = storedId(order, shown);
      if (item === null) return unknownPart(`/order/${index}`, 'item');
      if (given.has(item)) {
        const detail = 'An item stands twice in the order.';
        return { problem: { pointer: `/order/${index}`, code: 'answer_invalid', detail } };
      }
      given.add(item);
    }
    return { answer: { order: [...given] } };
  },
  toShown: (_question, answer, order) => ({ order: orderOf(answer).flatMap((item) => shownId(order, item) ?? []) }),
  isBlank: (answer) => orderOf(answer).length === 0,
  grade(question, answer) {
    const given = orderOf(answer);
    const parts = question.scoring === 'exact' ? placesOf(question, given) : pairsOf(question, given);
    const share = shareOfParts(parts, question.scoring === 'exact' ? 'all_or_nothing' : 'per_part');
    return { share, parts, feedback: null };
  },
  key: ({ items }) => ({ order: items.map(({ id }) => id) }),
  feedback: () => [],
  shownPart: (_question, partId, order) => shownId(order, partId) ?? partId,
  // What is worth counting is which item came where.
  classes: ({ items }, answer) =>
    orderOf(answer).map((item, place) => ({
      partId: item,
      value: String(place + 1),
      isRight: items[place]?.id === item,
    })),
  offered: ({ items }) =>
    items.flatMap(({ id, text }, right) =>
      items.map((_, place) => ({
        partId: id,
        part: text,
        value: String(place + 1),
        label: `Place ${place + 1}`,
        isRight: place === right,
      })),
    ),
  guess({ items, scoring }) {
    const count = items.length;
    if (count < 2) return Rational.zero;
    if (scoring === 'exact') return Rational.of(1n, factorial(count));
    // Of the n! orders, (n - 1)! have a given pair side by side in the right order.
    return Rational.of(1, count);
  },
};

/** Whether each item stands at its own place. */
function placesOf({ items }: Ordering, given: readonly string[]): PartGrade[] {
  return items.map(({ id }, place) => partOf(id, given.includes(id), given[place] === id));
}

/** Whether each item but the last is followed by the one that should follow it. */
function pairsOf({ items }: Ordering, given: readonly string[]): PartGrade[] {
  return items.slice(0, -1).map(({ id }, place) => {
    const at = given.indexOf(id);
    const next = at === -1 ? undefined : given[at + 1];
    return partOf(id, at !== -1, next !== undefined && next === items[place + 1]?.id);
  });
}

function partOf(partId: string, isGiven: boolean, isRight: boolean): PartGrade {
  const share = isRight ? Rational.one : Rational.zero;
  return { partId, share, outcome: isGiven ? outcomeOf(share) : 'unanswered', feedback: null };
}

function factorial(count: number): bigint {
  let product = 1n;
  for (let factor = 2n; factor <= BigInt(count); factor += 1n) product *= factor;
  return product;
}

function orderingProblems({ items }: Ordering): Problem[] {
  const problems = partProblems(items, '/items', 'item');
  if (items.length < 3) {
    const detail = 'An ordering needs at least three items: two are a coin toss.';
    problems.push({ pointer: '/items', code: 'items_too_few', detail });
  }
  return problems;
}
