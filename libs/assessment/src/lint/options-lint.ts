import type { Question } from '#libs/contracts';

import type { QuestionOf } from '../questions/question-rules.js';
import { Rational } from '../rational.js';
import { notice, type Remark, warning } from './finding.js';
import { plain } from './plain.js';

type Choice = QuestionOf<'single_choice'> | QuestionOf<'multiple_choice'>;

/** A key this much longer than every other option, in characters and as a ratio, gives itself away. */
const tellingRatio = 1.4;
const tellingCharacters = 15;
const optionsMax = 6;

const aboveWords = /\b(all|none|both|neither|any|two) of (the )?(above|below|these|those|following|other options)\b/i;
const absoluteWords = /\b(always|never|only|every|none|impossible|must)\b/i;

/** What item writers advise about options; see docs/writing-questions.md. */
export function lintOptions(question: Question): Remark[] {
  if (question.type !== 'single_choice' && question.type !== 'multiple_choice') return [];
  return [
    ...eachOption(question),
    ...(question.type === 'single_choice' ? lintSingle(question) : lintMultiple(question)),
    ...numbersInOrder(question),
    ...absolutes(question),
  ];
}

function eachOption({ options }: Choice): Remark[] {
  return options.flatMap((option, index) => {
    const pointer = `/options/${index}`;
    const remarks: Remark[] = [];
    if (aboveWords.test(plain(option.text))) {
      const message = 'An option that speaks of the others rewards test-taking rather than knowing. Say what is meant.';
      remarks.push(warning('option_refers_to_others', `${pointer}/text`, message));
    }
    if (!option.isKey && (option.feedback ?? '').trim() === '') {
      const message = 'A wrong option without feedback: name the mistake that leads to it.';
      remarks.push(warning('feedback_missing', `${pointer}/feedback`, message));
    }
    return remarks;
  });
}

function lintSingle({ options, stem }: QuestionOf<'single_choice'>): Remark[] {
  const remarks: Remark[] = [];
  const key = options.findIndex((option) => option.isKey);
  if (key !== -1 && keyStandsOut(options)) {
    const message = 'The right option is by far the longest. Shorten it, or give the others the same detail.';
    remarks.push(warning('key_is_longest', `/options/${key}/text`, message));
  }
  if (options.length === 2) {
    remarks.push(notice('options_few', '/options', 'Two options are a coin toss. Three or four are worth more.'));
  }
  if (options.length > optionsMax) {
    remarks.push(
      notice('options_many', '/options', `More than ${optionsMax} options are read by nobody. Keep the best.`),
    );
  }
  return [...remarks, ...articleGivesAway(stem, options)];
}

export function keyStandsOut(options: Choice['options']): boolean {
  const lengths = (isKey: boolean) =>
    options.filter((option) => option.isKey === isKey).map((option) => plain(option.text).length);
  const shortestKey = Math.min(...lengths(true));
  const longestOther = Math.max(...lengths(false));
  return shortestKey >= longestOther * tellingRatio && shortestKey - longestOther >= tellingCharacters;
}

/** “… is an” before options of which not all begin with a vowel. */
function articleGivesAway(stem: string, options: Choice['options']): Remark[] {
  const [, article] = /\b(an?)[\s:_…]*$/i.exec(plain(stem)) ?? [];
  if (article === undefined) return [];
  const fitting = options.filter((option) => /^[aeiou]/i.test(plain(option.text)) === (article.length === 2));
  if (fitting.length === options.length) return [];
  const message = `The “${article}” before the options fits only some of them. Write “a(n)” or ask a full question.`;
  return [warning('article_gives_away', '/stem', message)];
}

function lintMultiple({ options, stem }: QuestionOf<'multiple_choice'>): Remark[] {
  const remarks: Remark[] = [];
  const keys = options.filter((option) => option.isKey).length;
  if (keys === options.length) {
    remarks.push(
      warning('all_options_right', '/options', 'Every option is right: ticking all of them needs no thought.'),
    );
  }
  if (keys === 1) {
    const message =
      'Only one option is right. Readers of “choose all” look for more: make it single choice, or add one.';
    remarks.push(notice('one_key_of_many', '/options', message));
  }
  if (!/\b(all|which|what|select|choose|statements|several|two|three|four)\b/i.test(plain(stem))) {
    remarks.push(notice('multiple_unsaid', '/stem', 'Say that more than one option may be right.'));
  }
  return remarks;
}

function numbersInOrder({ options }: Choice): Remark[] {
  const numbers = options.map((option) => Rational.tryParse(plain(option.text)));
  const isSorted = numbers.every((value, index) => {
    const before = index === 0 ? null : numbers[index - 1];
    return value !== null && (!before || value.isAtLeast(before));
  });
  if (isSorted || numbers.some((value) => value === null)) return [];
  return [
    notice('numbers_out_of_order', '/options', 'Numbers are read fastest in order. Sort them and do not shuffle.'),
  ];
}

/** “Always” and “never” are wrong so often that test-takers strike them out unread. */
function absolutes({ options }: Choice): Remark[] {
  const isAbsolute = (option: Choice['options'][number]) => absoluteWords.test(plain(option.text));
  const wrong = options.filter((option) => !option.isKey);
  if (wrong.length < 2 || !wrong.every(isAbsolute) || options.some((option) => option.isKey && isAbsolute(option))) {
    return [];
  }
  return [notice('absolutes_give_away', '/options', 'All wrong options, and only they, speak in absolutes.')];
}
