import {
  type Answer,
  explainAnswer,
  outcomeFeedbackOf,
  type PaperItem,
  type PaperPlace,
  practiceReviewOf,
  type PracticeRules,
  type PracticeState,
  practiceState,
  presentQuestion,
  Rational,
  revealQuestion,
  showAnswer,
} from '#libs/assessment';
import type { PublishedSection, Question, ReviewPhase } from '#libs/contracts';

/** A practice session as stored. */
export interface PracticeRecord {
  readonly id: string;
  readonly courseId: string;
  readonly sectionId: string;
  readonly places: readonly PaperPlace[];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly tries: readonly { readonly questionId: string; readonly answer: Answer }[];
}

/** A session with its questions and the rules that it was started under. */
export interface Practice {
  readonly record: PracticeRecord;
  readonly section: PublishedSection;
  readonly rules: PracticeRules;
  /** By question id, in the order shown. */
  readonly items: ReadonlyMap<string, PaperItem>;
}

export function openPractice(record: PracticeRecord, section: PublishedSection): Practice {
  const { practice } = section.policy;
  // A session is only ever started where its publication offers practice, and a publication is immutable.
  if (practice === null || practice === undefined) throw new RangeError(`Practice ${record.id} has no rules.`);
  const questions = new Map(section.questions.map((question) => [question.id, question]));
  const items = record.places.map(({ questionId, optionOrder }): [string, PaperItem] => {
    const question = questions.get(questionId);
    if (question === undefined) throw new RangeError(`Practice ${record.id} lacks question ${questionId}.`);
    return [questionId, { question, optionOrder }];
  });
  return { record, section, rules: practice, items: new Map(items) };
}

/** Whether the section, as it is published now, still asks the question in this version. */
export function isAskedBy(section: PublishedSection, { id, version }: Pick<Question, 'id' | 'version'>): boolean {
  return section.questions.some((question) => question.id === id && question.version === version);
}

export function answersTo({ record }: Practice, questionId: string): Answer[] {
  return record.tries.filter((each) => each.questionId === questionId).map(({ answer }) => answer);
}

export function stateOf(practice: Practice, item: PaperItem): PracticeState {
  const { correctness } = practiceReviewOf(practice.section.policy);
  return practiceState(item.question, answersTo(practice, item.question.id), { ...practice.rules, correctness });
}

export function viewPractice(practice: Practice) {
  const { record, section, rules, items } = practice;
  return {
    id: record.id,
    courseId: record.courseId,
    sectionId: record.sectionId,
    sectionTitle: section.title,
    startedAt: record.startedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    triesMax: rules.triesMax,
    retryPenalty: rules.retryPenalty,
    questions: [...items.values()].map((item) => presentQuestion(item)),
    states: [...items.values()].map((item) => viewState(practice, item)),
  };
}

/** One question, as far as the `during` phase of the policy shows it at once, and the key only when it is done. */
export function viewState(practice: Practice, item: PaperItem) {
  const { triesMax, retryPenalty } = practice.rules;
  const shows = practiceReviewOf(practice.section.policy);
  const state = stateOf(practice, item);
  const answer = answersTo(practice, item.question.id).at(-1) ?? null;
  const points = Rational.parse(item.question.points);
  const hints = shows.feedback ? state.hints : [];
  const cost = Rational.parse(retryPenalty).times(Rational.of(state.triesUsed)).clamp(Rational.zero, Rational.one);
  return {
    questionId: item.question.id,
    triesUsed: state.triesUsed,
    triesLeft: state.isDone ? 0 : triesMax - state.triesUsed,
    isDone: state.isDone,
    answer: answer === null ? null : showAnswer(item, answer),
    outcome: shows.correctness ? state.outcome : null,
    score: shows.correctness && shows.score ? (state.share?.times(points).toNumber() ?? null) : null,
    scoreMax: points.toNumber(),
    penalty: cost.times(points).toNumber(),
    hint: hints.at(-1) ?? null,
    hints: [...hints],
    ...feedbackOn(item, { answer, state, shows }),
  };
}

interface Tried {
  readonly answer: Answer | null;
  readonly state: PracticeState;
  readonly shows: ReviewPhase;
}

function feedbackOn(item: PaperItem, { answer, state, shows }: Tried) {
  const explained = explainAnswer(item, answer);
  const feedback = [
    explained?.feedback ?? null,
    // What is said of a right or a wrong answer says which it was.
    shows.correctness && state.outcome !== null ? outcomeFeedbackOf(item.question, state.outcome) : null,
  ].filter((text) => text !== null);
  const parts = (explained?.parts ?? []).map(({ partId, outcome, feedback: text }) => ({
    partId,
    outcome,
    feedback: shows.feedback ? text : null,
  }));
  const { key, explanation } = revealQuestion(item);
  const showsKey = state.isDone && shows.key;
  return {
    parts: shows.correctness ? parts : [],
    responseFeedback: shows.feedback && shows.correctness && feedback.length > 0 ? feedback.join('\n\n') : null,
    optionFeedback: optionFeedbackOn(item, { answer, state, shows }),
    key: showsKey ? key : null,
    explanation: showsKey && shows.feedback ? explanation : null,
  };
}

/** What the author says of the options that were chosen, at once; of all of them, with the key, when the question is done. */
function optionFeedbackOn(item: PaperItem, { answer, state, shows }: Tried) {
  const all = revealQuestion(item).optionFeedback.map((option) => ({
    ...option,
    feedback: shows.feedback ? option.feedback : null,
  }));
  if (state.isDone && shows.key) return all;
  if (answer === null || !shows.feedback || !shows.correctness) return [];
  const shown = showAnswer(item, answer);
  const chosen = 'choice' in shown ? [shown.choice] : 'choices' in shown ? shown.choices : [];
  return all.filter(({ optionId }) => chosen.includes(optionId)).map((option) => ({ ...option, isKey: null }));
}
