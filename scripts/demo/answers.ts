import type { Question } from '#libs/contracts';

import type { Learner } from './cast.js';
import type { PaperQuestion } from './shapes.js';

/** The author's questions by id: how a simulated learner can know the right answer, which no learner's response ever shows. */
export type Keys = ReadonlyMap<string, Question>;

/** An answer in the API's shape: right with the learner's ability, else one a learner might give. */
export function answerTo(question: PaperQuestion, keys: Keys, { random, ability }: Learner): unknown {
  const key = keys.get(question.id);
  if (!key) throw new Error(`the paper holds question ${question.id}, which the course does not`);
  const knows = random.chance(ability);
  switch (key.type) {
    case 'single_choice':
    case 'multiple_choice': {
      const right = new Set(key.options.filter((option) => option.isKey).map((option) => option.text));
      const options = question.options ?? [];
      const chosen = options.filter((option) => right.has(option.text) === knows).map((option) => option.id);
      if (key.type === 'single_choice') return { choice: knows ? chosen[0] : random.pick(chosen) };
      return { choices: knows ? chosen : chosen.slice(0, 1) };
    }
    case 'true_false':
      return { value: knows ? key.key : !key.key };
    case 'short_text':
      return { text: knows ? (key.accepted[0] ?? '').replaceAll('*', 'x') : 'not sure' };
    case 'numeric':
      return { text: knows ? key.value : '-123456' };
    case 'matching':
      return { matches: matchesFor(question, key, knows) };
    case 'ordering':
      return { order: orderFor(question, key, knows) };
    case 'cloze':
      return { gaps: gapsFor(question, key, knows) };
    case 'essay':
      return { essay: knows ? 'Without them an error goes unnoticed, as when a copy fails.' : 'I do not know, sorry.' };
  }
}

type Of<Type extends Question['type']> = Extract<Question, { type: Type }>;

/** Papers name things by their places, so what belongs together is found by its text. */
function matchesFor({ prompts = [], choices = [] }: PaperQuestion, key: Of<'matching'>, knows: boolean) {
  return prompts.map((prompt) => {
    const match = key.prompts.find(({ text }) => text === prompt.text)?.match;
    const text = key.choices.find(({ id }) => id === match)?.text;
    const right = choices.find((choice) => choice.text === text);
    return { prompt: prompt.id, choice: (knows ? right : choices[0])?.id };
  });
}

function orderFor({ items = [] }: PaperQuestion, key: Of<'ordering'>, knows: boolean) {
  const order = key.items.map(({ text }) => items.find((item) => item.text === text)?.id);
  return knows ? order : order.toReversed();
}

function gapsFor({ gaps = [] }: PaperQuestion, key: Of<'cloze'>, knows: boolean) {
  return gaps.map((gap, place) => {
    const wanted = key.gaps[place];
    if (wanted === undefined) throw new Error('the paper has more gaps than the question');
    if (wanted.kind === 'choice') {
      const text = wanted.options.find((option) => option.isKey === knows)?.text;
      return { gap: gap.id, choice: gap.options?.find((option) => option.text === text)?.id };
    }
    const right = wanted.kind === 'number' ? wanted.value : (wanted.accepted[0] ?? '');
    return { gap: gap.id, text: knows ? right : '404' };
  });
}
