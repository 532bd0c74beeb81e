import { describe, expect, it } from '@jest/globals';
import { type Question, questionTypes } from '#libs/contracts';
import { anyQuestion, aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { drawPaper } from '../draw.js';
import { Rational, sum } from '../rational.js';
import type { Answer } from './answer.js';
import { shareOfMark } from './essay/marking.js';
import type { PaperQuestion } from './paper-question.js';
import {
  explainAnswer,
  gradeQuestion,
  isBlankAnswer,
  isMarkedByHand,
  type PaperItem,
  parseAnswer,
  presentQuestion,
  questionProblems,
  randomGuessShare,
  responseClasses,
  revealQuestion,
  showAnswer,
} from './questions.js';

const policy = { drawCount: null, shuffleQuestions: true, shuffleOptions: true };

function onPaper(question: Question, seed: string): PaperItem {
  const [place] = drawPaper({ questions: [question], policy, seed });
  return { question, optionOrder: place!.optionOrder }; // one question, one place
}

const machineGraded = questionTypes.filter((type) => type !== 'essay');
const anyPaper = fc.tuple(anyQuestion(), fc.string()).map(([question, seed]) => onPaper(question, seed));
const anyGradedPaper = fc
  .tuple(anyQuestion(machineGraded), fc.string())
  .map(([question, seed]) => onPaper(question, seed));

/** Some answer that the paper allows, made from its places. */
function anyAnswerTo(paper: PaperQuestion): fc.Arbitrary<Answer> {
  const id = (parts: readonly { id: string }[] = []) => fc.constantFrom(...parts.map((part) => part.id));
  const ids = (parts: readonly { id: string }[] = []) => fc.shuffledSubarray(parts.map((part) => part.id));
  const text = fc.constantFrom('0', '1', 'a', 'something else', ' ');
  switch (paper.type) {
    case 'single_choice':
      return fc.record({ choice: id(paper.options) });
    case 'multiple_choice':
      return fc.record({ choices: ids(paper.options) });
    case 'true_false':
      return fc.record({ value: fc.boolean() });
    case 'short_text':
    case 'numeric':
      return fc.record({ text });
    case 'matching':
      return fc.record({
        matches: ids(paper.prompts).chain((prompts) =>
          fc.tuple(...prompts.map((prompt) => id(paper.choices).map((choice) => ({ prompt, choice })))),
        ),
      });
    case 'ordering':
      return fc.record({ order: ids(paper.items) });
    case 'cloze':
      return fc.record({
        gaps: fc.tuple(
          ...(paper.gaps ?? []).map(({ id: gap, kind, options }) =>
            kind === 'choice'
              ? id(options).map((choice) => ({ gap, choice }))
              : text.map((each) => ({ gap, text: each })),
          ),
        ),
      });
    case 'essay':
      return fc.record({ essay: text });
    default:
      return paper.type satisfies never;
  }
}

const anyAttempt = anyPaper.chain((item) => anyAnswerTo(presentQuestion(item)).map((shown) => ({ item, shown })));

function stored(item: PaperItem, shown: unknown): Answer {
  const parsed = parseAnswer(item, shown);
  if ('problem' in parsed) throw new Error(`${parsed.problem.pointer} ${parsed.problem.detail}`);
  return parsed.answer;
}

describe('every type of question', () => {
  it('is sound as the generator makes it', () => {
    fc.assert(fc.property(anyQuestion(), (question) => expect(questionProblems(question)).toEqual([])));
  });

  it('gives the whole mark for its own key, in every order that may be shown', () => {
    fc.assert(
      fc.property(anyGradedPaper, (item) => {
        const { key } = revealQuestion(item);
        const grade = gradeQuestion(item.question, stored(item, key));
        expect([grade.outcome, grade.score.toString()]).toEqual(['correct', grade.scoreMax.toString()]);
      }),
    );
  });

  it('reads back every answer that it shows', () => {
    fc.assert(
      fc.property(anyAttempt, ({ item, shown }) => {
        const answer = stored(item, shown);
        expect(stored(item, showAnswer(item, answer))).toEqual(answer);
      }),
    );
  });

  it('gives an answer between nothing and the whole mark, and the same every time', () => {
    fc.assert(
      fc.property(anyAttempt, ({ item, shown }) => {
        const answer = stored(item, shown);
        const grade = gradeQuestion(item.question, answer);
        expect(grade.score.isAtLeast(Rational.zero) && grade.scoreMax.isAtLeast(grade.score)).toBe(true);
        expect(gradeQuestion(item.question, answer)).toEqual(grade);
      }),
    );
  });

  it('calls blank what says nothing, and nothing else earns the word', () => {
    fc.assert(
      fc.property(anyAttempt, ({ item, shown }) => {
        const answer = stored(item, shown);
        const isUnanswered = gradeQuestion(item.question, answer).outcome === 'unanswered';
        expect(isUnanswered).toBe(isBlankAnswer(item.question, answer));
        expect(explainAnswer(item, answer) === null).toBe(isUnanswered);
        expect(responseClasses(item.question, isUnanswered ? null : answer).length > 0).toBe(
          !isUnanswered && !isMarkedByHand(item.question),
        );
      }),
    );
  });

  it('names the parts of an explained answer as the paper does', () => {
    fc.assert(
      fc.property(anyAttempt, ({ item, shown }) => {
        const { prompts, items, gaps } = presentQuestion(item);
        const known = (prompts ?? items ?? gaps ?? []).map(({ id }) => id);
        const parts = explainAnswer(item, stored(item, shown))?.parts ?? [];
        expect(parts.every((part) => known.includes(part.partId))).toBe(true);
      }),
    );
  });

  it('lets a person decide, whatever was answered', () => {
    fc.assert(
      fc.property(anyQuestion(), (question) => {
        const grade = gradeQuestion(question, null, Rational.of(1, 2));
        expect([grade.outcome, grade.score.times(Rational.of(2)).equals(grade.scoreMax)]).toEqual(['partial', true]);
      }),
    );
  });

  it('shows on the paper no id that its author gave', () => {
    fc.assert(
      fc.property(anyPaper, (item) => {
        const paper = presentQuestion(item);
        const lists = [paper.options, paper.prompts, paper.choices, paper.items, paper.gaps];
        const groups = [...lists, ...(paper.gaps ?? []).map((gap) => gap.options)];
        for (const group of groups) {
          expect((group ?? []).map(({ id }) => id)).toEqual((group ?? []).map((_, place) => String(place + 1)));
        }
      }),
    );
  });

  it('cannot be guessed for certain', () => {
    fc.assert(
      fc.property(anyQuestion(), (question) => {
        const guess = randomGuessShare(question);
        expect(guess.isAtLeast(Rational.zero) && Rational.one.compare(guess) > 0).toBe(true);
      }),
    );
  });
});

describe('partial credit', () => {
  const parts = fc.integer({ min: 2, max: 30 });

  it('makes a full mark of every partition into equal weights', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('1', '2', '1/3', '0.7'), (count, points) => {
        const ids = Array.from({ length: count }, (_, index) => `o${index}`);
        const wrong = { id: 'wrong', text: 'wrong', isKey: false };
        const question = aQuestion({
          type: 'multiple_choice',
          scoring: 'weighted',
          points,
          options: [...ids.map((id) => ({ id, text: id, isKey: true, share: `1/${count}` })), wrong],
        });
        expect(questionProblems(question)).toEqual([]);
        const grade = gradeQuestion(question, { choices: ids });
        expect(grade.score.equals(grade.scoreMax)).toBe(true);
        const oneShort = gradeQuestion(question, { choices: ids.slice(1) });
        expect(oneShort.score.plus(grade.scoreMax.dividedBy(Rational.of(count))).equals(grade.scoreMax)).toBe(true);
      }),
    );
  });

  it('makes a full mark of every partition into unequal gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const gaps = weights.map((weight, index) => ({
          id: `g${index}`,
          kind: 'text',
          accepted: ['x'],
          weight: `1/${weight}`,
        }));
        const stem = gaps.map(({ id }) => `{{${id}}}`).join(' ');
        const question = aQuestion({ type: 'cloze', stem, gaps, points: '1/3' });
        const alone = gaps.map(({ id: gap }) => gradeQuestion(question, { gaps: [{ gap, text: 'x' }] }).score);
        expect(sum(alone).toString()).toBe('1/3');
        const grade = gradeQuestion(question, { gaps: gaps.map(({ id: gap }) => ({ gap, text: 'X' })) });
        expect(grade.outcome).toBe('correct');
      }),
    );
  });

  it('adds the levels of a rubric up exactly', () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (bests) => {
        const rubric = bests.map((best, index) => ({
          id: `c${index}`,
          title: `Criterion ${index}`,
          levels: [
            { id: 'none', text: 'none', points: '0' },
            { id: 'all', text: 'all', points: `1/${best}` },
          ],
        }));
        const question = aQuestion({ type: 'essay', rubric });
        if (question.type !== 'essay') throw new Error('not an essay');
        const levels = Object.fromEntries(rubric.map(({ id }) => [id, 'all']));
        expect(shareOfMark(question, { levels })).toEqual({ share: Rational.one });
      }),
    );
  });
});
