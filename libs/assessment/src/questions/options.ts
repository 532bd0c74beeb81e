import type { Problem } from '../problem.js';
import type { QuestionOf, Revelation } from './question-rules.js';
import { fold } from './short-text/fold.js';

type ChoiceQuestion = QuestionOf<'single_choice'> | QuestionOf<'multiple_choice'>;

/**
 * The id of an option on a learner's paper is its place there, counted from 1. The author's ids stay on the server: they were
 * given in the order of writing, and authors write the key first.
 */
export function shownId(optionOrder: readonly string[], optionId: string): string {
  return String(optionOrder.indexOf(optionId) + 1);
}

/** The author's id behind an id on the paper; null when the paper has no such option. */
export function storedId(optionOrder: readonly string[], shown: string): string | null {
  return /^[1-9]\d{0,2}$/.test(shown) ? (optionOrder[Number(shown) - 1] ?? null) : null;
}

export function presentOptions(
  question: ChoiceQuestion,
  optionOrder: readonly string[],
): { id: string; text: string }[] {
  return optionOrder.map((optionId, place) => ({ id: String(place + 1), text: optionById(question, optionId).text }));
}

export function optionFeedback(question: ChoiceQuestion, optionOrder: readonly string[]): Revelation['optionFeedback'] {
  return optionOrder.map((optionId, place) => {
    const option = optionById(question, optionId);
    return { optionId: String(place + 1), isKey: option.isKey, feedback: option.feedback ?? null };
  });
}

export function keyIds(question: ChoiceQuestion): string[] {
  return question.options.filter((option) => option.isKey).map((option) => option.id);
}

export function unknownOption(pointer: string): { problem: Problem } {
  return { problem: { pointer, code: 'option_unknown', detail: 'The paper has no such option.' } };
}

/** What is wrong with the options of any choice question. */
export function optionProblems(question: ChoiceQuestion): Problem[] {
  const problems: Problem[] = [];
  const seen = { ids: new Set<string>(), texts: new Set<string>() };
  if (question.options.length < 2) {
    problems.push({ pointer: '/options', code: 'options_too_few', detail: 'A choice needs at least two options.' });
  }
  for (const [index, option] of question.options.entries()) {
    const pointer = `/options/${index}`;
    const text = fold(option.text);
    if (text === '') {
      problems.push({ pointer: `${pointer}/text`, code: 'option_empty', detail: 'The option has no text.' });
    } else if (seen.texts.has(text)) {
      problems.push({ pointer: `${pointer}/text`, code: 'option_duplicate', detail: 'Two options say the same.' });
    }
    if (seen.ids.has(option.id)) {
      problems.push({ pointer: `${pointer}/id`, code: 'option_id_duplicate', detail: 'Two options have the same id.' });
    }
    seen.texts.add(text);
    seen.ids.add(option.id);
  }
  if (keyIds(question).length === 0) {
    problems.push({ pointer: '/options', code: 'key_missing', detail: 'No option is marked as right.' });
  }
  return problems;
}

function optionById(question: ChoiceQuestion, optionId: string): ChoiceQuestion['options'][number] {
  const option = question.options.find((candidate) => candidate.id === optionId);
  if (option === undefined) throw new RangeError(`Question ${question.id} has no option ${optionId}.`);
  return option;
}
