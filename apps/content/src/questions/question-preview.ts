import {
  type Answer,
  drawPaper,
  explainAnswer,
  gradeQuestion,
  outcomeFeedbackOf,
  type PaperItem,
  type PaperQuestion,
  parseAnswer,
  presentQuestion,
  type Problem,
  questionProblems,
  Rational,
  revealQuestion,
} from '#libs/assessment';
import { policySchema, type Question } from '#libs/contracts';

import type { QuestionBody } from './question-body.js';

/** It is nobody's question yet, and never leaves the desk. */
const previewed = { id: '00000000-0000-4000-8000-000000000000', version: 1 };

interface Asked {
  readonly body: QuestionBody;
  /** With the ids of the paper; undefined where the author only looks. */
  readonly answer?: unknown;
  /** Another seed shows another order. */
  readonly seed: string;
}

export interface Preview {
  /** What keeps the question from being published. */
  readonly problems: Problem[];
  readonly paper: PaperQuestion;
  readonly answerProblem?: Problem;
  readonly result?: ReturnType<typeof resultOf>;
}

/** A question as a learner would meet it, and what would be said of an answer: nothing of it is stored. */
export function previewOf({ body, answer, seed }: Asked): Preview {
  const question: Question = { ...body, ...previewed };
  const problems = questionProblems(question);
  const [place] = drawPaper({ questions: [question], policy: policySchema.parse({}), seed });
  const item = { question: withReadablePoints(question), optionOrder: place?.optionOrder ?? [] };
  const answered = answer === undefined || problems.length > 0 ? {} : answeredBy(item, answer);
  return { problems, paper: presentQuestion(item), ...answered };
}

/** What is half written is shown too, whatever its points will be. */
function withReadablePoints(question: Question): Question {
  return Rational.tryParse(question.points) === null ? { ...question, points: '1' } : question;
}

function answeredBy(item: PaperItem, given: unknown): Partial<Preview> {
  const parsed = parseAnswer(item, given);
  return 'problem' in parsed ? { answerProblem: problemOf(parsed.problem) } : { result: resultOf(item, parsed.answer) };
}

function problemOf({ pointer, code, detail }: Problem): Problem {
  return { pointer: `/answer${pointer}`, code, detail };
}

function resultOf(item: PaperItem, answer: Answer) {
  const grade = gradeQuestion(item.question, answer);
  const explained = explainAnswer(item, answer);
  const { key, optionFeedback, explanation } = revealQuestion(item);
  return {
    outcome: grade.outcome,
    score: grade.score.toNumber(),
    scoreMax: grade.scoreMax.toNumber(),
    parts: (explained?.parts ?? []).map(({ partId, outcome, share, feedback }) => ({
      partId,
      outcome,
      share: share.toNumber(),
      feedback,
    })),
    responseFeedback: explained?.feedback ?? null,
    outcomeFeedback: outcomeFeedbackOf(item.question, grade.outcome),
    key,
    optionFeedback: [...optionFeedback],
    explanation,
  };
}
