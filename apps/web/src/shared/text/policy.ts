import type { QuizSummary } from '#libs/api-client';

import { counted, share } from './numbers.js';
import { duration } from './time.js';

/** The rules of a quiz as short sentences, most important first. */
export function policySentences(quiz: QuizSummary): string[] {
  const sentences = [`${counted(quiz.questionCount, 'question')}; ${share(quiz.passMark)} passes.`];
  sentences.push(
    quiz.timeLimitSeconds === null
      ? 'Take as long as you need.'
      : `You have ${duration(quiz.timeLimitSeconds)} from the moment you start.`,
  );
  sentences.push(
    quiz.attemptsMax === null
      ? 'You may try as often as you like; your best result counts.'
      : `You have ${counted(quiz.attemptsMax, 'attempt')}.`,
  );
  if (quiz.cooldownSeconds > 0) {
    sentences.push(`After a failed attempt the next one opens ${duration(quiz.cooldownSeconds)} later.`);
  }
  return sentences;
}
