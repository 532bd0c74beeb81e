import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { essayAnswer, essayOf } from '../answer.js';
import { withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';

type Essay = QuestionOf<'essay'>;

/** An answer of some length, marked by a person; until then it earns nothing and says so. */
export const essay: QuestionRules<Essay> = {
  ...withoutParts,
  problems: essayProblems,
  present: ({ wordsMin, wordsMax, format, template }) => ({
    essay: { wordsMin: wordsMin ?? null, wordsMax: wordsMax ?? null, format, template: template ?? '' },
  }),
  answerShape: essayAnswer,
  toStored: (_question, answer) => ({ answer }),
  toShown: (_question, answer) => answer,
  isBlank: (answer) => essayOf(answer).trim() === '',
  grade: () => ({ share: null, parts: [], feedback: null }),
  key: () => null,
  classes: () => [],
  offered: () => [],
  guess: () => Rational.zero,
};

function essayProblems({ rubric, wordsMin, wordsMax }: Essay): Problem[] {
  const problems: Problem[] = [];
  if (wordsMin !== undefined && wordsMax !== undefined && wordsMin > wordsMax) {
    problems.push({ pointer: '/wordsMax', code: 'words_contradict', detail: 'At most is less than at least.' });
  }
  const ids = new Set<string>();
  for (const [index, { id, levels }] of (rubric ?? []).entries()) {
    const pointer = `/rubric/${index}`;
    if (ids.has(id)) {
      problems.push({ pointer: `${pointer}/id`, code: 'criterion_id_duplicate', detail: 'Two criteria share an id.' });
    }
    ids.add(id);
    if (levels.length < 2) {
      problems.push({ pointer: `${pointer}/levels`, code: 'levels_too_few', detail: 'A criterion needs two levels.' });
    }
    if (new Set(levels.map((level) => level.id)).size < levels.length) {
      problems.push({ pointer: `${pointer}/levels`, code: 'level_id_duplicate', detail: 'Two levels share an id.' });
    }
    const points = levels.map((level) => Rational.tryParse(level.points));
    const isSound = points.every((value) => value !== null && value.isAtLeast(Rational.zero));
    if (!isSound || !points.some((value) => value !== null && value.compare(Rational.zero) > 0)) {
      const detail = 'The points of the levels must be numbers, none below zero and one above.';
      problems.push({ pointer: `${pointer}/levels`, code: 'level_points_invalid', detail });
    }
  }
  return problems;
}
