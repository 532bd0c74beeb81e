import type { Problem } from '../../problem.js';
import { Rational, sum } from '../../rational.js';
import type { QuestionOf } from '../question-rules.js';

/** What a marker decides: a level for each criterion of the rubric, or a share of the mark where there is no rubric. */
export type Mark =
  | { readonly levels: Readonly<Record<string, string>> }
  | { /** An exact decimal or ratio, 0 to 1. */ readonly share: string };

export type MarkedShare = { readonly share: Rational } | { readonly problem: Problem };

/** The share of the mark that a marker's decision earns: the points of the chosen levels over those of the best ones. */
export function shareOfMark({ rubric = [] }: QuestionOf<'essay'>, mark: Mark): MarkedShare {
  if ('share' in mark) {
    if (rubric.length > 0) return problem('/share', 'The question has a rubric: choose a level for each criterion.');
    const share = Rational.tryParse(mark.share);
    if (share === null || !share.isAtLeast(Rational.zero) || !Rational.one.isAtLeast(share)) {
      return problem('/share', 'The share must be a number from 0 to 1.');
    }
    return { share };
  }
  if (rubric.length === 0) return problem('/levels', 'The question has no rubric: give a share of the mark.');
  const stray = Object.keys(mark.levels).find((id) => !rubric.some((criterion) => criterion.id === id));
  if (stray !== undefined) return problem(`/levels/${stray}`, 'The rubric has no such criterion.');
  const chosen: Rational[] = [];
  const best: Rational[] = [];
  for (const { id, title, levels } of rubric) {
    const level = levels.find((candidate) => candidate.id === mark.levels[id]);
    if (level === undefined) return problem(`/levels/${id}`, `Choose a level for “${title}”.`);
    chosen.push(Rational.parse(level.points));
    best.push(
      levels.map(({ points }) => Rational.parse(points)).reduce((most, one) => (one.isAtLeast(most) ? one : most)),
    );
  }
  return { share: sum(chosen).dividedBy(sum(best)) };
}

function problem(pointer: string, detail: string): { problem: Problem } {
  return { problem: { pointer, code: 'mark_invalid', detail } };
}
