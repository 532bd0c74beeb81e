import type { Question } from '#libs/contracts';

import type { WriteItem, WrittenText } from './question-report.js';
import { titleOf } from './title.js';

/** A question as text with what of it the format cannot hold, or why it is left out. */
export type Written = { readonly text: string; readonly losses: readonly string[] } | { readonly leftOut: string };

/** Puts what was written of each question together, and says what became of every one. */
export function report(
  questions: readonly Question[],
  written: readonly Written[],
  join: (texts: readonly string[]) => string,
): WrittenText {
  return {
    text: join(written.flatMap((each) => ('text' in each ? [each.text] : []))),
    report: { items: questions.map((question, index) => itemOf(question, written[index]!)) }, // one for each question
  };
}

function itemOf(question: Question, written: Written): WriteItem {
  const about = { title: question.name ?? titleOf(question.stem), key: question.id };
  if ('leftOut' in written) return { ...about, outcome: 'left_out', losses: [written.leftOut] };
  const { losses } = written;
  return { ...about, outcome: losses.length > 0 ? 'written_with_loss' : 'written', losses };
}

type Field = 'name' | 'explanation' | 'hints' | 'outcomeFeedback' | 'tags' | 'difficulty' | 'points';

const said: Readonly<Record<Field, (question: Question) => string | null>> = {
  name: ({ name }) => (name === undefined ? null : 'Its name is lost.'),
  explanation: ({ explanation }) => (explanation ? 'The explanation is lost.' : null),
  hints: ({ hints = [] }) => (hints.length > 0 ? 'The hints are lost.' : null),
  outcomeFeedback: ({ outcomeFeedback }) =>
    outcomeFeedback ? 'The feedback on right, partly right and wrong answers as a whole is lost.' : null,
  tags: ({ tags }) => (tags.length > 0 ? `The tags are lost: ${tags.join(', ')}.` : null),
  difficulty: ({ difficulty }) => (difficulty ? `The difficulty “${difficulty}” is lost.` : null),
  points: ({ points }) => (points === '1' ? null : `It is worth 1 point, not ${points}.`),
};

/** What is lost of the given fields, which a format has no place for. */
export function lossesOf(question: Question, fields: readonly Field[]): string[] {
  return fields.flatMap((field) => said[field](question) ?? []);
}

/** What is lost of some fields that only some types have. */
export function lossIf(isLost: boolean, loss: string): string[] {
  return isLost ? [loss] : [];
}

/** Whether a text shows pictures, which do not travel in a file of text. */
export function showsPictures(text: string): boolean {
  return text.includes('](media:');
}
