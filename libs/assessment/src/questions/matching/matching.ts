import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { matchesAnswer, matchesOf } from '../answer.js';
import { orderWithin, partProblems, presentParts, shownId, storedId, unknownPart } from '../parts.js';
import type { PartGrade, QuestionOf, QuestionRules } from '../question-rules.js';
import { outcomeOf, shareOfParts } from '../shares.js';

type Matching = QuestionOf<'matching'>;

/** Each prompt belongs to one choice. */
export const matching: QuestionRules<Matching> = {
  problems: matchingProblems,
  partGroups: ({ prompts, choices, shuffle }) => [
    { ids: prompts.map(({ id }) => id), shuffle: shuffle ? 'allowed' : 'never' },
    { ids: choices.map(({ id }) => id), shuffle: 'always' },
  ],
  present(question, order) {
    const { prompts, choices } = orders(question, order);
    return { prompts: presentParts(question.prompts, prompts), choices: presentParts(question.choices, choices) };
  },
  answerShape: matchesAnswer,
  toStored(question, answer, order) {
    const { prompts, choices } = orders(question, order);
    const matches = new Map<string, string>();
    for (const [index, match] of matchesOf(answer).entries()) {
      const prompt = storedId(prompts, match.prompt);
      const choice = storedId(choices, match.choice);
      if (prompt === null) return unknownPart(`/matches/${index}/prompt`, 'prompt');
      if (choice === null) return unknownPart(`/matches/${index}/choice`, 'choice');
      if (matches.has(prompt)) {
        const detail = 'A prompt is matched twice.';
        return { problem: { pointer: `/matches/${index}/prompt`, code: 'answer_invalid', detail } };
      }
      matches.set(prompt, choice);
    }
    return { answer: { matches: [...matches].map(([prompt, choice]) => ({ prompt, choice })) } };
  },
  toShown(question, answer, order) {
    const { prompts, choices } = orders(question, order);
    return {
      matches: matchesOf(answer).flatMap((match) => {
        const prompt = shownId(prompts, match.prompt);
        const choice = shownId(choices, match.choice);
        return prompt === null || choice === null ? [] : [{ prompt, choice }];
      }),
    };
  },
  isBlank: (answer) => matchesOf(answer).length === 0,
  grade(question, answer) {
    const given = new Map(matchesOf(answer).map(({ prompt, choice }) => [prompt, choice]));
    const parts = question.prompts.map(({ id, match, feedback }): PartGrade => {
      const choice = given.get(id);
      const share = choice === match ? Rational.one : Rational.zero;
      const outcome = choice === undefined ? 'unanswered' : outcomeOf(share);
      return { partId: id, share, outcome, feedback: feedback ?? null };
    });
    return { share: shareOfParts(parts, question.scoring), parts, feedback: null };
  },
  key: ({ prompts }) => ({ matches: prompts.map(({ id, match }) => ({ prompt: id, choice: match })) }),
  feedback: () => [],
  shownPart: (question, partId, order) => shownId(orders(question, order).prompts, partId) ?? partId,
  classes(question, answer) {
    const keys = new Map(question.prompts.map(({ id, match }) => [id, match]));
    return matchesOf(answer).map(({ prompt, choice }) => ({
      partId: prompt,
      value: choice,
      isRight: keys.get(prompt) === choice,
    }));
  },
  offered: ({ prompts, choices }) =>
    prompts.flatMap((prompt) =>
      choices.map(({ id, text }) => ({
        partId: prompt.id,
        part: prompt.text,
        value: id,
        label: text,
        isRight: prompt.match === id,
      })),
    ),
  // A blind guess hits each prompt once in as many times as there are choices (Moodle's qtype_match says the same).
  guess: ({ choices, scoring }) =>
    scoring === 'per_part' && choices.length > 0 ? Rational.of(1, choices.length) : Rational.zero,
};

function orders({ prompts, choices }: Matching, order: readonly string[]) {
  return {
    prompts: orderWithin(
      order,
      prompts.map(({ id }) => id),
    ),
    choices: orderWithin(
      order,
      choices.map(({ id }) => id),
    ),
  };
}

function matchingProblems({ prompts, choices }: Matching): Problem[] {
  const problems = [...partProblems(prompts, '/prompts', 'prompt'), ...partProblems(choices, '/choices', 'choice')];
  if (prompts.length < 2) {
    problems.push({ pointer: '/prompts', code: 'prompts_too_few', detail: 'A matching needs at least two prompts.' });
  }
  if (choices.length < 2) {
    problems.push({ pointer: '/choices', code: 'choices_too_few', detail: 'A matching needs at least two choices.' });
  }
  const choiceIds = new Set(choices.map(({ id }) => id));
  for (const [index, { id, match }] of prompts.entries()) {
    if (!choiceIds.has(match)) {
      const detail = 'The prompt is matched to a choice that does not exist.';
      problems.push({ pointer: `/prompts/${index}/match`, code: 'key_missing', detail });
    }
    if (choiceIds.has(id)) {
      const detail = 'A prompt and a choice have the same id.';
      problems.push({ pointer: `/prompts/${index}/id`, code: 'prompt_id_duplicate', detail });
    }
  }
  return problems;
}
