import { type Problem, under } from '../../problem.js';
import { Rational, sum } from '../../rational.js';
import { type Answer, type GapAnswer, gapsAnswer, gapsOf } from '../answer.js';
import { offeredOptions } from '../options.js';
import { shownId, storedId, unknownPart } from '../parts.js';
import type { ParsedAnswer, PartGrade, QuestionOf, QuestionRules } from '../question-rules.js';
import { outcomeOf, shareOfParts } from '../shares.js';
import {
  gapClass,
  gapGroup,
  gapKey,
  gapOrder,
  gapProblems,
  guessGap,
  isBlankGap,
  matchGap,
  optionKey,
  presentGap,
} from './gaps.js';
import { gapIdsIn, renameGaps } from './placeholders.js';

type Cloze = QuestionOf<'cloze'>;

/** A text with gaps to fill or to choose for. */
export const cloze: QuestionRules<Cloze> = {
  problems: clozeProblems,
  partGroups: ({ gaps }) => gaps.flatMap(gapGroup),
  present: ({ stem, gaps }, order) => ({
    stem: renameGaps(stem, (id) => placeOf(gaps, id)),
    gaps: gaps.map((gap, place) => presentGap(gap, place, order)),
  }),
  answerShape: gapsAnswer,
  toStored: storedGaps,
  toShown: ({ gaps }, answer, order) => ({
    gaps: gapsOf(answer).flatMap((given): GapAnswer[] => {
      const gap = gaps.find(({ id }) => id === given.gap);
      const shown = placeOf(gaps, given.gap);
      if (gap === undefined || shown === null) return [];
      if ('text' in given) return [{ gap: shown, text: given.text }];
      const choice = shownId(gapOrder(gap, order), optionKey(gap, given.choice));
      return choice === null ? [] : [{ gap: shown, choice }];
    }),
  }),
  isBlank: (answer) => gapsOf(answer).every(isBlankGap),
  grade({ gaps, scoring }, answer) {
    const given = new Map(gapsOf(answer).map((each) => [each.gap, each]));
    const parts = gaps.map((gap): PartGrade => {
      const filled = given.get(gap.id);
      if (filled === undefined || isBlankGap(filled)) {
        return { partId: gap.id, share: Rational.zero, outcome: 'unanswered', feedback: null };
      }
      const { share, feedback } = matchGap(gap, filled);
      return { partId: gap.id, share, outcome: outcomeOf(share), feedback };
    });
    return { share: shareOfParts(parts, scoring, gaps.map(weightOf)), parts, feedback: null };
  },
  key: ({ gaps }) => ({ gaps: gaps.map(gapKey) }),
  feedback: () => [],
  shownPart: ({ gaps }, partId) => placeOf(gaps, partId) ?? partId,
  classes: ({ gaps }, answer) =>
    gapsOf(answer).flatMap((given) => {
      const gap = gaps.find(({ id }) => id === given.gap);
      return gap === undefined || isBlankGap(given) ? [] : [gapClass(gap, given)];
    }),
  offered: ({ gaps }) => gaps.flatMap((gap) => (gap.kind === 'choice' ? offeredOptions(gap.options, gap.id) : [])),
  guess({ gaps, scoring }) {
    if (scoring === 'all_or_nothing' || gaps.length === 0) return Rational.zero;
    const earned = sum(gaps.map((gap) => guessGap(gap).times(weightOf(gap))));
    return earned.dividedBy(sum(gaps.map(weightOf)));
  },
};

type Gaps = Cloze['gaps'];

function weightOf({ weight }: Gaps[number]): Rational {
  return weight === undefined ? Rational.one : Rational.parse(weight);
}

function placeOf(gaps: Gaps, id: string): string | null {
  return shownId(
    gaps.map((gap) => gap.id),
    id,
  );
}

function storedGaps({ gaps }: Cloze, answer: Answer, order: readonly string[]): ParsedAnswer {
  const given = new Map<string, GapAnswer>();
  for (const [index, each] of gapsOf(answer).entries()) {
    const id = storedId(
      gaps.map((gap) => gap.id),
      each.gap,
    );
    const gap = gaps.find((candidate) => candidate.id === id);
    if (gap === undefined) return unknownPart(`/gaps/${index}/gap`, 'gap');
    const filled = 'text' in each ? { gap: gap.id, text: each.text } : storedChoice(gap, each.choice, order);
    const isOfKind = filled !== null && 'choice' in filled === (gap.kind === 'choice');
    if (!isOfKind) return unknownPart(`/gaps/${index}`, 'option in this gap');
    given.set(gap.id, filled);
  }
  return { answer: { gaps: [...given.values()] } };
}

function storedChoice(gap: Gaps[number], shown: string, order: readonly string[]): GapAnswer | null {
  const key = storedId(gapOrder(gap, order), shown);
  return key === null ? null : { gap: gap.id, choice: key.slice(gap.id.length + 1) };
}

function clozeProblems({ stem, gaps }: Cloze): Problem[] {
  const problems = gaps.flatMap((gap, index) => under(`/gaps/${index}`, gapProblems(gap)));
  if (gaps.length === 0) problems.push({ pointer: '/gaps', code: 'gaps_missing', detail: 'The text has no gap.' });
  const named = gapIdsIn(stem);
  for (const [index, { id }] of gaps.entries()) {
    const places = named.filter((name) => name === id).length;
    if (places === 1) continue;
    const detail = places === 0 ? `The text has no {{${id}}}.` : `The text has {{${id}}} more than once.`;
    problems.push({ pointer: `/gaps/${index}/id`, code: 'gap_not_placed', detail });
  }
  if (new Set(gaps.map(({ id }) => id)).size < gaps.length) {
    problems.push({ pointer: '/gaps', code: 'gap_id_duplicate', detail: 'Two gaps have the same id.' });
  }
  const stray = named.find((name) => !gaps.some(({ id }) => id === name));
  if (stray !== undefined) {
    problems.push({ pointer: '/stem', code: 'gap_unknown', detail: `Nothing says what belongs into {{${stray}}}.` });
  }
  return problems;
}
