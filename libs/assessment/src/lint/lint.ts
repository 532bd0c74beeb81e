import type { Policy, Question } from '#libs/contracts';

import { drawPaper } from '../draw.js';
import { gradePaper, passes } from '../grade.js';
import { publicationProblems } from '../publication.js';
import { isMarkedByHand, parseAnswer, questionProblems, revealQuestion } from '../questions/questions.js';
import { Rational, sum } from '../rational.js';
import { lintBank } from './bank-lint.js';
import type { Finding } from './finding.js';
import { lintOptions } from './options-lint.js';
import { lintPolicy } from './policy-lint.js';
import { lintWording } from './wording-lint.js';

export interface LintContext {
  /** Of the section, where it is known. */
  readonly policy?: Policy;
  /** What tags may say: the topics of the section. */
  readonly topics?: readonly string[];
}

/**
 * Looks at a bank as an experienced item writer would: what keeps it from being published or passed, and what makes its questions
 * easier to guess, or harder to understand, than they need be. Findings come in the order of the questions, then those of the bank.
 */
export function lintQuestions(questions: readonly Question[], { policy, topics }: LintContext = {}): Finding[] {
  const each = questions.flatMap((question) => [
    ...errorsOf(question),
    ...[...lintOptions(question), ...lintWording(question, topics)].map((remark) => ({
      ...remark,
      questionId: question.id,
    })),
  ]);
  const ofBank = lintBank(questions);
  return [...each, ...ofBank, ...(policy === undefined ? [] : ofPolicy(policy, questions))];
}

function errorsOf(question: Question): Finding[] {
  return questionProblems(question).map(({ pointer, code, detail }) => ({
    code,
    severity: 'error',
    questionId: question.id,
    pointer,
    message: detail,
  }));
}

function ofPolicy(policy: Policy, questions: readonly Question[]): Finding[] {
  const section = { sectionId: '', title: 'this section', prerequisites: [], policy, questions };
  const problems = publicationProblems([section])
    .filter(({ pointer }) => pointer.startsWith('/0/policy'))
    .map(({ pointer, code, detail }): Finding => {
      const at = pointer.slice('/0/policy'.length);
      return { code, severity: 'error', questionId: null, pointer: at, message: detail };
    });
  return [...problems, ...unreachablePassMark(policy, questions), ...lintPolicy(policy, questions)];
}

/** Whether somebody who knows every answer passes: the worst paper counts, the one of questions that give the least. */
function unreachablePassMark(policy: Policy, questions: readonly Question[]): Finding[] {
  const sound = questions.filter((question) => questionProblems(question).length === 0);
  const paper = drawPaper({ questions: sound, policy, seed: 'lint' });
  const count = Math.min(paper.length, sound.length);
  const attainable = sound
    .map((question) => ({ max: Rational.parse(question.points), best: bestOf(question) }))
    .toSorted((one, other) => one.best.dividedBy(one.max).compare(other.best.dividedBy(other.max)))
    .slice(0, count);
  const best = sum(attainable.map((question) => question.best));
  const most = sum(attainable.map((question) => question.max));
  if (count === 0 || passes(best, most, policy)) return [];
  const message = 'Even a paper with every answer right stays below the pass mark.';
  return [{ code: 'pass_mark_unreachable', severity: 'error', questionId: null, pointer: '/passMark', message }];
}

/** What the key of the question earns. */
function bestOf(question: Question): Rational {
  const [place] = drawPaper({ questions: [question], policy: asWritten, seed: 'lint' });
  const item = { question, optionOrder: place?.optionOrder ?? [] };
  if (isMarkedByHand(question)) return Rational.parse(question.points);
  const parsed = parseAnswer(item, revealQuestion(item).key);
  const answer = 'answer' in parsed ? parsed.answer : null;
  return gradePaper([question], { answers: new Map([[question.id, answer]]) }, { passMark: 1 }).score;
}

const asWritten = { drawCount: null, shuffleQuestions: false, shuffleOptions: false };
