import type { Question } from '#libs/contracts';

import type { QuestionOf } from '../questions/question-rules.js';
import { fold } from '../questions/short-text/fold.js';
import type { Finding } from './finding.js';
import { plain } from './plain.js';

/** Fewer questions say nothing about habits. */
const sampleMin = 8;
/** Exceeded by chance once in a hundred, for 1 to 5 degrees of freedom (chi-squared distribution, 99 %). */
const chiSquaredMax = [6.63, 9.21, 11.34, 13.28, 15.09];

/** Habits of a whole bank that tell test-takers the key without reading. */
export function lintBank(questions: readonly Question[]): Finding[] {
  return [...repeatedStems(questions), ...keyPositions(questions), ...keyLengths(questions), ...truths(questions)];
}

function ofBank(code: string, message: string): Finding {
  return { code, severity: 'warning', questionId: null, pointer: '', message };
}

function repeatedStems(questions: readonly Question[]): Finding[] {
  const seen = new Set<string>();
  return questions.flatMap((question) => {
    const stem = fold(plain(question.stem)).toLowerCase();
    const isRepeated = seen.has(stem);
    seen.add(stem);
    if (!isRepeated) return [];
    const message = 'Another question of this bank has the same stem.';
    return [
      { code: 'stem_duplicate', severity: 'warning' as const, questionId: question.id, pointer: '/stem', message },
    ];
  });
}

function singleChoices(questions: readonly Question[]): QuestionOf<'single_choice'>[] {
  return questions.filter((question) => question.type === 'single_choice');
}

/** Whether the key stands at every place about equally often, among questions with as many options. */
function keyPositions(questions: readonly Question[]): Finding[] {
  const all = singleChoices(questions);
  return chiSquaredMax.flatMap((limit, index) => {
    const size = index + 2;
    const group = all.filter(({ options }) => options.length === size);
    if (group.length < sampleMin) return [];
    const counts = Array.from(
      { length: size },
      (_, place) => group.filter(({ options }) => options[place]?.isKey).length,
    );
    const expected = group.length / size;
    const chiSquared = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    if (chiSquared <= limit) return [];
    const message = `Of ${group.length} questions with ${size} options, the key stands at the places ${counts.join(', ')} times. Spread it.`;
    return [ofBank('key_positions_uneven', message)];
  });
}

/** Whether the longest option is the key more often than chance explains (two standard deviations and a half). */
function keyLengths(questions: readonly Question[]): Finding[] {
  const group = singleChoices(questions);
  if (group.length < sampleMin) return [];
  const longest = group.filter(({ options }) => isKeyLongest(options)).length;
  const chances = group.map(({ options }) => 1 / Math.max(options.length, 1));
  const expected = chances.reduce((total, chance) => total + chance, 0);
  const deviation = Math.sqrt(chances.reduce((total, chance) => total + chance * (1 - chance), 0));
  if (longest <= expected + 2.5 * deviation) return [];
  const message = `In ${longest} of ${group.length} questions the longest option is the key; by chance it would be ${Math.round(expected)}.`;
  return [ofBank('key_often_longest', message)];
}

function isKeyLongest(options: QuestionOf<'single_choice'>['options']): boolean {
  const lengths = options.map((option) => plain(option.text).length);
  const most = Math.max(...lengths);
  return lengths.filter((length) => length === most).length === 1 && options[lengths.indexOf(most)]?.isKey === true;
}

function truths(questions: readonly Question[]): Finding[] {
  const group = questions.filter((question) => question.type === 'true_false');
  const right = group.filter((question) => question.key).length;
  const isSkewed = Math.max(right, group.length - right) > group.length * 0.8;
  if (group.length < sampleMin || !isSkewed) return [];
  return [ofBank('truths_uneven', `Of ${group.length} statements ${right} are true. Mix them.`)];
}
