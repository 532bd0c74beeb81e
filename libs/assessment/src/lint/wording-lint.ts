import type { Question } from '#libs/contracts';

import { Rational } from '../rational.js';
import { notice, type Remark, warning } from './finding.js';
import { plain } from './plain.js';

const stemCharactersMax = 1_500;
/** A question that itself asks for what does not hold; a “not” in what it tells is no trap. */
const negativeQuestion =
  /(?:^|[.?!:]\s)(?:which|what)\b(?:(?: [\w-]+){0,2} (?:is|are|was|were|does|do|did|can|could|will|would|should|has|have) not\b|[^.?]* except\b)/i;

/** What item writers advise about stems, explanations and keys of any type. */
export function lintWording(question: Question, topics: readonly string[] | undefined): Remark[] {
  return [
    ...lintStem(question),
    ...lintExplanation(question),
    ...lintLabels(question, topics),
    ...lintPictures(question),
    ...lintNumber(question),
  ];
}

function lintStem({ stem }: Question): Remark[] {
  const remarks: Remark[] = [];
  const words = plain(stem);
  if (negativeQuestion.test(words) && !/\*\*(not|except)\*\*|\bNOT\b|\bEXCEPT\b/.test(stem)) {
    const message = 'A stem that asks for what does not hold is misread. Ask the other way round, or write **NOT**.';
    remarks.push(notice('stem_negative', '/stem', message));
  }
  if (/\bwhich of the following (is|are) (true|correct|right)\b/i.test(words)) {
    const message = 'The stem asks nothing that could be answered with the options covered. Put the question into it.';
    remarks.push(notice('stem_unfocused', '/stem', message));
  }
  if (words.length > stemCharactersMax) {
    remarks.push(
      notice('stem_long', '/stem', `The stem has ${words.length} characters. Leave out what decides nothing.`),
    );
  }
  return remarks;
}

function lintExplanation({ type, explanation = '' }: Question): Remark[] {
  if (type === 'essay' || explanation.trim() !== '') return [];
  const message = 'There is no explanation: say in two to four sentences why the key is right.';
  return [warning('explanation_missing', '/explanation', message)];
}

function lintLabels({ tags, difficulty }: Question, topics: readonly string[] | undefined): Remark[] {
  const remarks: Remark[] = [];
  if (difficulty === undefined) {
    remarks.push(notice('difficulty_missing', '/difficulty', 'Say whether it is easy, medium or hard.'));
  }
  if (tags.length === 0) remarks.push(notice('tags_missing', '/tags', 'Give it a tag for its topic.'));
  for (const [index, tag] of tags.entries()) {
    if (topics === undefined || topics.includes(tag)) continue;
    remarks.push(warning('tag_unknown', `/tags/${index}`, `The section has no topic “${tag}”.`));
  }
  return remarks;
}

function lintPictures(question: Question): Remark[] {
  const proses = [
    question.stem,
    question.explanation ?? '',
    ...('options' in question ? question.options.map(({ text }) => text) : []),
  ];
  if (!proses.some((prose) => /!\[\s*\]\(/.test(prose))) return [];
  return [
    warning('picture_without_words', '/stem', 'A picture has no description: write it between the brackets of ![…].'),
  ];
}

function lintNumber(question: Question): Remark[] {
  if (question.type !== 'numeric') return [];
  const value = Rational.tryParse(question.value);
  const isWhole = value === null || value.denominator === 1n;
  if (isWhole || question.tolerance !== '0') return [];
  const message =
    'A fraction without a tolerance fails whoever rounds. Say in the stem how to round, or allow some room.';
  return [notice('tolerance_missing', '/tolerance', message)];
}
