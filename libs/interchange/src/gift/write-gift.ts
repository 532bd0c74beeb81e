import type { Question } from '#libs/contracts';

import type { WrittenText } from '../questions/question-report.js';
import { everyText } from '../questions/prose.js';
import { lossesOf, lossIf, report, showsPictures, type Written } from '../questions/write-report.js';
import { commentFor } from './blocks.js';
import { escape } from './source.js';
import {
  essay,
  matching,
  multipleChoice,
  numeric,
  prose,
  shortText,
  singleChoice,
  trueFalse,
} from './write-answers.js';

/**
 * Writes questions so that {@link readGift}, and Moodle, read the same ones: texts as `[markdown]`, id and tags in a comment. The report
 * says of every question what GIFT cannot hold; what would become another question is left out.
 */
export function writeGift(questions: readonly Question[]): WrittenText {
  return report(questions, questions.map(written), (texts) => texts.join('\n'));
}

function written(question: Question): Written {
  const answers = answersOf(question);
  if ('leftOut' in answers) return answers;
  const { name, stem, explanation, tags, id } = question;
  const general = explanation ? `\n\t####${prose(explanation)}` : '';
  const lines = answers.text + general;
  const title = name?.trim() ? `::${escape(name.trim().replace(/\s+/g, ' '))}::` : '';
  const close = /\n/.test(lines) ? '\n}' : '}';
  return {
    text: `${commentFor(id, tags.map(oneLine))}\n${title}[markdown]${escape(stem.trim())}{${lines}${close}\n`,
    losses: [...answers.losses, ...commonLosses(question)],
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function commonLosses(question: Question): string[] {
  const texts = everyText(question);
  const names = [question.name ?? '', ...question.tags];
  return [
    ...lossesOf(question, ['hints', 'outcomeFeedback', 'difficulty', 'points']),
    ...lossIf(texts.some(showsPictures), 'The pictures are not in the file.'),
    ...lossIf(
      texts.some((text) => text.trim() !== text || text.includes('\r')),
      'Blanks around texts are lost.',
    ),
    ...lossIf(
      names.some((text) => oneLine(text) !== text),
      'Blanks in the name or the tags are lost.',
    ),
    ...lossIf(
      question.tags.some((tag) => tag.length > 250),
      'A tag of more than 250 characters is lost.',
    ),
    ...lossIf(new Set(question.tags).size < question.tags.length, 'A tag that stands twice is written once.'),
  ];
}

function answersOf(question: Question): Written {
  switch (question.type) {
    case 'single_choice':
      return singleChoice(question);
    case 'multiple_choice':
      return multipleChoice(question);
    case 'true_false':
      return trueFalse(question);
    case 'short_text':
      return shortText(question);
    case 'numeric':
      return numeric(question);
    case 'matching':
      return matching(question);
    case 'essay':
      return essay(question);
    case 'ordering':
      return { leftOut: 'GIFT has no questions whose answer is an order.' };
    case 'cloze':
      return { leftOut: 'GIFT has no questions with several gaps.' };
    default:
      return question satisfies never;
  }
}
