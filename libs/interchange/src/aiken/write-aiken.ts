import type { Question } from '#libs/contracts';

import { fromText, plainTextOf } from '../questions/plain-text.js';
import type { WrittenText } from '../questions/question-report.js';
import { lossesOf, lossIf, report, type Written } from '../questions/write-report.js';
import { meaningOf } from './aiken-line.js';

type Option = Extract<Question, { type: 'single_choice' }>['options'][number];
/** The letters `A` to `Z`. */
const optionsMax = 26;

/** Writes single choices, and true/false questions as such, in the Aiken format. The report says what it cannot hold. */
export function writeAiken(questions: readonly Question[]): WrittenText {
  return report(questions, questions.map(written), (texts) => texts.join('\n'));
}

function written(question: Question): Written {
  switch (question.type) {
    case 'single_choice':
      return choice(question, question.options, [
        ...lossIf(!question.shuffle, 'That the options keep their order is lost.'),
        ...lossIf(
          question.floor !== undefined || question.options.some(({ share }) => share !== undefined),
          'What options earn or cost is lost: only the right one earns the mark.',
        ),
      ]);
    case 'true_false':
      return choice(question, truths(question), ['It becomes a choice between “True” and “False”.']);
    default:
      return { leftOut: 'Aiken holds only choices with one right option.' };
  }
}

function truths({ key, feedback }: Extract<Question, { type: 'true_false' }>): Option[] {
  return [
    { id: 'a', text: 'True', isKey: key, feedback: feedback?.true },
    { id: 'b', text: 'False', isKey: !key, feedback: feedback?.false },
  ];
}

function choice(question: Question, options: readonly Option[], losses: readonly string[]): Written {
  const stem = oneLine(question.stem);
  const texts = options.map(({ text }) => oneLine(text));
  const keys = options.filter(({ isKey }) => isKey);
  if (meaningOf(stem).kind !== 'text') return { leftOut: 'Aiken would not read the text as a question.' };
  if (texts.includes('')) return { leftOut: 'There is an option without words, and Aiken holds nothing else.' };
  if (keys.length !== 1 || options.length < 2)
    return { leftOut: 'Aiken holds two options or more, one of them right.' };
  if (options.length > optionsMax) return { leftOut: `Aiken has letters for ${optionsMax} options only.` };
  const letters = options.map((_, index) => String.fromCharCode('A'.charCodeAt(0) + index));
  const lines = texts.map((text, index) => `${letters[index]}) ${text}`);
  const answer = letters[options.findIndex(({ isKey }) => isKey)];
  const isPlain = [question.stem, ...options.map(({ text }) => text)].every((text) => fromText(oneLine(text)) === text);
  return {
    text: `${[stem, ...lines, `ANSWER: ${answer}`].join('\n')}\n`,
    losses: [
      ...losses,
      ...lossIf(!isPlain, 'Texts are plain and stand in one line: markup, pictures and line ends are lost.'),
      ...lossIf(
        options.some(({ feedback }) => feedback),
        'The feedback of the options is lost.',
      ),
      ...lossesOf(question, ['name', 'explanation', 'hints', 'outcomeFeedback', 'tags', 'difficulty', 'points']),
    ],
  };
}

function oneLine(markdown: string): string {
  return plainTextOf(markdown).replace(/\s+/g, ' ').trim();
}
