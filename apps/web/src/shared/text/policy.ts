import type { Accommodation, QuizSummary } from '#libs/api-client';

import { counted, share } from './numbers.js';
import { duration, moment } from './time.js';

const counting: Record<QuizSummary['aggregation'], string> = {
  best: 'your best result counts',
  latest: 'your latest result counts',
  first: 'only the first attempt counts',
  mean: 'the mean of your attempts counts',
};

function attempts({ attemptsMax, aggregation }: QuizSummary): string {
  if (attemptsMax === 1) return 'You have 1 attempt.';
  const many =
    attemptsMax === null ? 'You may try as often as you like' : `You have ${counted(attemptsMax, 'attempt')}`;
  return `${many}; ${counting[aggregation]}.`;
}

/** The rules of a quiz as short sentences, most important first. */
export function policySentences(quiz: QuizSummary): string[] {
  const sentences = [`${counted(quiz.questionCount, 'question')}; ${share(quiz.passMark)} passes.`];
  sentences.push(
    quiz.timeLimitSeconds === null
      ? 'Take as long as you need.'
      : `You have ${duration(quiz.timeLimitSeconds)} from the moment you start.`,
  );
  sentences.push(attempts(quiz));
  if (quiz.cooldownSeconds > 0) {
    sentences.push(`After a failed attempt the next one opens ${duration(quiz.cooldownSeconds)} later.`);
  }
  const now = Date.now();
  if (quiz.opensAt !== null && Date.parse(quiz.opensAt) > now) sentences.push(`It opens ${moment(quiz.opensAt)}.`);
  if (quiz.closesAt !== null) {
    sentences.push(`It ${Date.parse(quiz.closesAt) > now ? 'closes' : 'closed'} ${moment(quiz.closesAt)}.`);
  }
  return sentences;
}

type Granted = Pick<Accommodation, 'timeFactor' | 'extraAttempts' | 'waivesCooldown'>;

/** What a learner has been granted, as sentences; none where nothing was. With a quiz, what it comes to there. */
export function accommodationSentences(granted: Granted, quiz?: QuizSummary): string[] {
  const sentences: string[] = [];
  const { timeFactor, extraAttempts, waivesCooldown } = granted;
  if (timeFactor > 1 && quiz?.timeLimitSeconds !== null) {
    const limit = quiz?.timeLimitSeconds;
    const here = limit === undefined ? '' : `: ${duration(limit * timeFactor)} instead of ${duration(limit)}`;
    sentences.push(`You have ${timeFactor} × the time${here}.`);
  }
  if (extraAttempts > 0 && quiz?.attemptsMax !== null) {
    sentences.push(`You have ${counted(extraAttempts, 'extra attempt')}.`);
  }
  if (waivesCooldown && quiz?.cooldownSeconds !== 0) {
    sentences.push('You need not wait after a failed attempt.');
  }
  return sentences;
}

function penalty(retryPenalty: string): string {
  const [over = '0', under = '1'] = retryPenalty.split('/');
  const cost = Number(over) / Number(under);
  if (!(cost > 0)) return 'Further tries cost nothing.';
  const words = /^\d+\/\d+$/.test(retryPenalty) ? retryPenalty : share(cost);
  return cost >= 1 ? 'Only the first try earns points.' : `Each further try costs ${words} of the points.`;
}

/** How practice goes, as sentences. */
export function practiceSentences({ triesMax, retryPenalty }: NonNullable<QuizSummary['practice']>): string[] {
  const tries = triesMax === 1 ? 'One try per question' : `Up to ${triesMax} tries per question`;
  return [`${tries}, with feedback at once.`, ...(triesMax === 1 ? [] : [penalty(retryPenalty)])];
}
