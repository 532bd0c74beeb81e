import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Policy, type Question, questionSchema, questionTypes, type ReviewPhase } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';
import { pino } from 'pino';

import { answerTo, deliverGrades, introduce, publish, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest, type Reply } from '../../test-support.js';
import type { PracticeSessionResponse } from '../practice/practice.dto.js';
import type { AttemptResponse } from './attempts.dto.js';

let quiz: QuizUnderTest;
const logged: string[] = [];
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  quiz = await openQuiz(clock, { logger });
});
afterAll(() => quiz?.close());

/** Stands in whatever no learner ever sees: ids of parts, names, tags, alternatives, notes for markers, hints of an exam. */
const never = 'CNEVER';
/** In what a right answer is; digits stand for it where a key holds no words. */
const key = 'CKEY';
const keyDigits = '41.98989';
/** In what is said about answers. */
const feedback = 'CFEEDBACK';
const explanation = 'CWHY';
/** In what a marker decides by and says. */
const marking = 'CMARK';
/** Tolerances, shares, multipliers, weights and values of alternatives: no part of any review. */
const neverDigits = /0\.01357|5\.77713|\b98765\b|0\.31313/;
/** The list of accepted answers is told from the word by what follows the name of a member, also in quoted JSON. */
const secrets = new RegExp(
  `CNEVER|CKEY|CFEEDBACK|CWHY|CMARK|41\\.98989|${neverDigits.source}|isKey"|tolerance|accepted\\\\*"?:`,
);

const outcomes = { correct: `${feedback} c`, partial: `${feedback} p`, incorrect: `${feedback} i` };
const base = (type: string, stem = `A ${type} question`) => ({
  id: randomUUID(),
  version: 1,
  type,
  stem,
  name: `${never} name`,
  tags: [`${never} tag`],
  hints: [`${never} hint`],
  explanation,
  outcomeFeedback: outcomes,
});
const text = {
  accepted: [`${key} accepted`],
  alternatives: [{ text: `${never} almost`, share: '0.31313', feedback }],
  otherFeedback: `${feedback} other`,
};
const number = {
  value: keyDigits,
  tolerance: '0.01357',
  unit: 'm',
  units: [{ unit: 'cm', multiplier: '98765' }],
  alternatives: [{ value: '5.77713', share: '0.31313', feedback }],
  otherFeedback: `${feedback} other`,
};
const options = [
  { id: `${never}-key`, text: 'right', isKey: true, feedback: `${feedback} right` },
  { id: `${never}-not`, text: 'wrong', isKey: false, feedback: `${feedback} wrong`, share: '0.31313' },
];

/** One of each type, with a canary in every field that holds a secret. */
function questions(): Question[] {
  const part = (name: string) => ({ id: `${never}-${name}`, text: `Part ${name}` });
  const prompt = (name: string, match: string) => ({ ...part(name), match: `${never}-${match}`, feedback });
  const gap = (name: string, fields: object) => ({ id: `${never}-${name}`, weight: '0.31313', ...fields });
  const cloze = `In {{${never}-text}} and {{${never}-number}} and {{${never}-choice}}.`;
  const levels = [
    { id: `${never}-low`, text: `${marking} low`, points: '0' },
    { id: `${never}-high`, text: `${marking} high`, points: '3' },
  ];
  return [
    { ...base('single_choice'), options },
    { ...base('multiple_choice'), options, scoring: 'weighted' },
    { ...base('true_false'), key: true, feedback: { true: feedback, false: feedback } },
    { ...base('short_text'), ...text },
    { ...base('numeric'), ...number },
    { ...base('matching'), prompts: [prompt('a', 'x'), prompt('b', 'y')], choices: [part('x'), part('y'), part('z')] },
    { ...base('ordering'), items: [part('1'), part('2'), part('3')] },
    {
      ...base('cloze', cloze),
      gaps: [
        gap('text', { kind: 'text', ...text }),
        gap('number', { kind: 'number', ...number }),
        gap('choice', { kind: 'choice', options }),
      ],
    },
    { ...base('essay'), rubric: [{ id: `${never}-c`, title: `${marking} title`, levels }], markerNotes: never },
  ].map((question) => questionSchema.parse(question));
}

type PaperQuestion = AttemptResponse['questions'][number];

/** Some answer that fits the question; whether it is right is left to chance. */
function someAnswer({ type, options: shown = [], prompts = [], choices = [], items = [], gaps = [] }: PaperQuestion) {
  switch (type) {
    case 'single_choice':
      return { choice: shown[0]!.id };
    case 'multiple_choice':
      return { choices: [shown[0]!.id] };
    case 'true_false':
      return { value: false };
    case 'short_text':
    case 'numeric':
      return { text: '7' };
    case 'matching':
      return { matches: prompts.map(({ id }, at) => ({ prompt: id, choice: choices[at]!.id })) };
    case 'ordering':
      return { order: items.map(({ id }) => id) };
    case 'cloze':
      return {
        gaps: gaps.map(({ id, kind, options: inGap = [] }) =>
          kind === 'choice' ? { gap: id, choice: inGap[0]!.id } : { gap: id, text: '7' },
        ),
      };
    case 'essay':
      return { essay: 'Because of the index.' };
  }
}

const nothing: ReviewPhase = { score: false, correctness: false, key: false, feedback: false };
const always = (phase: ReviewPhase) => ({ during: phase, afterSubmit: phase, afterPass: phase, afterClose: phase });

async function open(policy: Partial<Policy>) {
  const all = questions();
  const { courseId, sections } = await publish(quiz, [{ questions: all, policy: { passMark: 0, ...policy } }]);
  const who = learner();
  await introduce(quiz, who);
  const { sectionId } = sections[0]!; // one was published
  return { who, courseId, sectionId, all };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Everything that a learner can read, and much that they cannot. */
async function look({ who, courseId, sectionId }: Opened, attemptId: string): Promise<Reply<unknown>[]> {
  const [own] = (await quiz.call<{ items: { id: string }[] }>(who, 'GET /me/credentials')).body.items;
  const paths = [
    `/attempts/${attemptId}`,
    `/attempts/${attemptId}/challenges`,
    `/sections/${sectionId}/attempts`,
    `/sections/${sectionId}/challenges`,
    `/sections/${sectionId}/item-analysis`,
    `/sections/${sectionId}/question-versions`,
    `/sections/${sectionId}/regrades`,
    `/courses/${courseId}`,
    `/courses/${courseId}/progress`,
    '/courses',
    '/marking',
    '/me/credentials',
    '/me/accommodation',
    ...(own === undefined ? [] : [`/credentials/${own.id}`, `/credentials/${own.id}/verification`]),
  ];
  return Promise.all(paths.map((path) => quiz.call<unknown>(who, `GET ${path}`)));
}

/** An open attempt, every answer of it, good and bad, and everything around it. */
async function answerAll(opened: Opened): Promise<{ attempt: AttemptResponse; replies: Reply<unknown>[] }> {
  const { who, sectionId, all } = opened;
  const started = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  const attempt = started.body;
  const replies: Reply<unknown>[] = [started];
  expect(new Set(attempt.questions.map(({ type }) => type))).toEqual(new Set(questionTypes));
  for (const question of attempt.questions) {
    const put = (body: object | string) => quiz.call(who, `PUT /attempts/${attempt.id}/answers/${question.id}`, body);
    const bad = [
      { choice: '9' },
      { choices: ['9'] },
      { text: 'x'.repeat(2_001) },
      { order: ['1', '1'] },
      { gaps: [{ gap: '9', text: '' }] },
    ];
    replies.push(await put({ sequence: 1, answer: someAnswer(question), spentSeconds: 3 }));
    for (const answer of bad) replies.push(await put({ sequence: 1, answer }));
    const authors = all.find(({ id }) => id === question.id);
    if (authors !== undefined && 'options' in authors) {
      replies.push(await put({ sequence: 2, answer: { choice: authors.options[0]!.id.replace(never, 'guess') } }));
    }
  }
  const [first] = attempt.questions;
  const sent = [
    quiz.call(who, `PUT /attempts/${attempt.id}/answers/${first!.id}`, '{"sequence":'),
    quiz.call(who, `PUT /attempts/${attempt.id}/answers/${randomUUID()}`, { sequence: 1, answer: null }),
    quiz.call(who, `POST /attempts/${attempt.id}/questions/${first!.id}/challenge`, { text: 'Is it right?' }),
    quiz.call(who, `POST /attempts/${attempt.id}:submit`, {
      answers: [{ questionId: first!.id, sequence: 9, answer: { text: 1 } }],
    }),
    quiz.call(who, `POST /sections/${sectionId}/practice`),
    quiz.call(learner(), `GET /attempts/${attempt.id}`),
    quiz.call(learner(), `PUT /attempts/${attempt.id}/answers/${first!.id}`, { sequence: 1, answer: null }),
  ];
  replies.push(...(await Promise.all(sent)), ...(await look(opened, attempt.id)));
  return { attempt, replies };
}

const leaksIn = (replies: readonly Reply<unknown>[]) =>
  replies.flatMap(({ text: body }) => new RegExp(`.{0,60}(${secrets.source})`).exec(body)?.[0] ?? []);

async function markEssay(attempt: AttemptResponse): Promise<void> {
  const essay = attempt.questions.find(({ type }) => type === 'essay')!; // one of each was published
  const mark = { levels: { [`${never}-c`]: `${never}-high` }, comment: `${marking} comment` };
  const path = `PUT /marking/${attempt.id}/${essay.id}`;
  expect((await quiz.call(admin, path, mark, { 'if-match': '"0"' })).status).toBe(200);
}

describe('before an attempt ends', () => {
  it.each<Partial<Policy>>([
    { review: 'never' },
    { review: 'score_only' },
    { review: 'after_submit' },
    { review: 'after_pass' },
    { practice: { triesMax: 3, retryPenalty: '1/3' } },
    { reviewPhases: always({ score: true, correctness: true, key: true, feedback: true }) },
  ])('nothing that any learner can read holds a secret (%j)', async (policy) => {
    const { replies } = await answerAll(await open(policy));
    expect(replies.length).toBeGreaterThan(50);
    expect(leaksIn(replies)).toEqual([]);
  });

  it('a save answers right and wrong with the same bytes', async () => {
    const { sections } = await publish(quiz, [{ questions: [singleChoice()] }]);
    const who = learner();
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sections[0]?.sectionId}/attempts`);
    const [question] = body.questions;
    const save = (sequence: number, option: string) =>
      quiz.call(who, `PUT /attempts/${body.id}/answers/${question?.id}`, {
        sequence,
        answer: answerTo(question!, option),
      });
    const [right, wrong] = [await save(1, 'right'), await save(2, 'wrong')];
    expect(wrong.text.replace('"sequence":2', '"sequence":1')).toBe(right.text);
  });
});

/** All sixteen. */
const phases = Array.from({ length: 16 }, (_, bits): ReviewPhase => ({
  score: (bits & 1) > 0,
  correctness: (bits & 2) > 0,
  key: (bits & 4) > 0,
  feedback: (bits & 8) > 0,
}));

describe('after it ended', () => {
  it.each(phases)('each part shows where the policy says so and nowhere else (%j)', async (phase) => {
    const opened = await open({ reviewPhases: always(phase), practice: { triesMax: 1, retryPenalty: '0' } });
    const { attempt } = await answerAll(opened);
    const waiting = await quiz.call<AttemptResponse>(opened.who, `POST /attempts/${attempt.id}:submit`);
    expect(waiting.body.state).toBe('submitted');
    expect(waiting.text).not.toContain(marking);
    await markEssay(attempt);
    await deliverGrades(quiz, opened.who.id);
    const [own, ...around] = await look(opened, attempt.id);
    const shows = (secret: string) => own?.text.includes(secret) ?? false;
    expect({
      never: new RegExp(`${never}|${neverDigits.source}`).test(own?.text ?? ''),
      key: shows(key) && shows(keyDigits),
      feedback: shows(feedback),
      explanation: shows(explanation),
      marking: shows(marking),
      outcome: /"outcome":"/.test(own?.text ?? ''),
      score: /"(score|percent)":\d/.test(own?.text ?? ''),
    }).toEqual({
      never: false,
      key: phase.key,
      feedback: phase.feedback && (phase.correctness || phase.key),
      explanation: phase.feedback && phase.key,
      marking: phase.feedback && phase.correctness,
      outcome: phase.correctness,
      score: phase.score,
    });
    expect(leaksIn(around)).toEqual([]);
    if (!phase.score) for (const { text: body } of around) expect(body).not.toMatch(/"(score|percent)":\d/);
  });

  it.each<[Policy['review'], boolean]>([
    ['never', false],
    ['score_only', false],
    ['after_submit', true],
    ['after_pass', true],
  ])('a policy without phases shows the key as its review says (%s: %s)', async (review, isShown) => {
    const opened = await open({ review });
    const { attempt } = await answerAll(opened);
    await quiz.call(opened.who, `POST /attempts/${attempt.id}:submit`);
    await markEssay(attempt);
    const { text: body } = await quiz.call(opened.who, `GET /attempts/${attempt.id}`);
    expect(body.includes(key)).toBe(isShown);
    expect(body).not.toMatch(new RegExp(`${never}|${neverDigits.source}`));
  });
});

describe('practice', () => {
  it.each(phases)(
    'shows at once what its phase says, and the key of no question that is not done (%j)',
    async (phase) => {
      const opened = await open({ reviewPhases: always(phase), practice: { triesMax: 2, retryPenalty: '0' } });
      const { who, sectionId } = opened;
      const started = await quiz.call<PracticeSessionResponse>(who, `POST /sections/${sectionId}/practice`);
      expect(leaksIn([started]).filter((leak) => !leak.endsWith('isKey"'))).toEqual([]);
      const path = `/practice/${started.body.id}`;
      for (const question of started.body.questions) {
        const tries = `POST ${path}/questions/${question.id}/tries`;
        const tried = await quiz.call<{ isDone: boolean }>(who, tries, { answer: someAnswer(question) });
        expect(tried.status).toBe(200);
        const hint = phase.feedback && phase.correctness ? ' hint' : '';
        const seen = tried.text.replaceAll(hint === '' ? '\0' : `${never}${hint}`, '');
        expect(seen).not.toMatch(new RegExp(`${never}|${neverDigits.source}`));
        if (!tried.body.isDone) expect(seen).not.toMatch(new RegExp(`${key}|${keyDigits}|${explanation}`));
        if (!tried.body.isDone) expect(seen).not.toMatch(/"isKey":(true|false)/);
        if (!phase.feedback || !phase.correctness) {
          expect(tried.body.isDone || !seen.includes(feedback)).toBe(true);
        }
        if (!phase.key) expect(seen).not.toMatch(new RegExp(`${key}|${keyDigits}`));
      }
    },
  );
});

describe('behind the doors', () => {
  it('no announcement, metric or line of the log holds a secret or an answer', async () => {
    const opened = await open({ review: 'after_submit', practice: { triesMax: 1, retryPenalty: '0' } });
    const { attempt } = await answerAll(opened);
    await quiz.call(opened.who, `POST /attempts/${attempt.id}:submit`);
    await markEssay(attempt);
    await deliverGrades(quiz, opened.who.id);
    const events: { data: object }[] = await quiz.dataSource.query(
      `SELECT topic, type, data FROM outbox WHERE topic LIKE 'quiz.%'`,
    );
    expect(events.length).toBeGreaterThan(3);
    const everything = [JSON.stringify(events), await quiz.metrics(), ...logged];
    expect(logged.length).toBeGreaterThan(10);
    expect(everything.filter((lines) => secrets.test(lines) || lines.includes('Because of the index'))).toEqual([]);
  });

  it('a paper has places and no ids of its author, in an order that does not give the key away', async () => {
    const firsts = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const opened = await open({ reviewPhases: always(nothing) });
        const { body } = await quiz.call<AttemptResponse>(opened.who, `POST /sections/${opened.sectionId}/attempts`);
        const ordering = body.questions.find(({ type }) => type === 'ordering');
        expect(ordering?.items?.map(({ id }) => id)).toEqual(['1', '2', '3']);
        return ordering?.items?.map(({ text: shown }) => shown).join();
      }),
    );
    // Forty papers of six possible orders: all the same one, or never another than the written one, is no accident.
    expect(new Set(firsts).size).toBeGreaterThan(2);
  });
});
